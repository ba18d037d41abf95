import { createRoomQuestions } from '@main/localLists/roomQuestions'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/testStore'

test('a station whose question could not be sent is asked another time, one that was asked is left in peace', async () => {
  const answers: (() => Promise<{ kind: 'sent'; commandId: number }>)[] = [
    () => Promise.reject(new Error('disk full')),
    async () => ({ kind: 'sent', commandId: 1 }),
  ]
  const sent: string[] = []
  const failures: unknown[] = []
  const questions = createRoomQuestions({
    read: openTestStore().read,
    clock: () => 0,
    stations: { record: () => undefined, connection: () => ({ protocol: 'ocpp1.6' }) } as never,
    commands: {
      send: (_actor: string, _stationId: number, { name }: { name: string }) => {
        sent.push(name)
        return (answers[sent.length - 1] ?? (() => Promise.reject(new Error('asked again'))))()
      },
    } as never,
    againMs: 1_000,
    onFailure: (error) => failures.push(error),
  })
  questions.ask(7)
  await expect.poll(() => failures).toEqual([new Error('disk full')])
  questions.ask(7)
  questions.ask(7)
  await new Promise(setImmediate)
  questions.ask(7)
  expect(sent).toEqual(['read-variables', 'read-variables'])
  expect(failures).toHaveLength(1)
})
