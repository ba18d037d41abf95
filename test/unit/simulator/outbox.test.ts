import type { ChargerEvent } from '@simulator/chargerEvents'
import type { CallOutcome } from '@simulator/link/callOutcome'
import { Outbox } from '@simulator/outbox'
import { Timers } from '@simulator/timers'
import { expect, test } from 'vitest'
import { fastEnvironment } from '../../support/fastEnvironment'

function build(answers: readonly CallOutcome[]) {
  const left = [...answers]
  const sent: string[] = []
  const events: ChargerEvent[] = []
  const outbox = new Outbox({
    capacity: 4,
    timers: new Timers(fastEnvironment),
    emit: (event) => events.push(event),
    call: async (action) => {
      sent.push(action)
      return left.shift() ?? { kind: 'answered', payload: {} }
    },
    attempts: () => 3,
    attemptSeconds: () => 0.1,
    lose: () => false,
  })
  const post = (action: string, essential = true) => outbox.post({ action, essential, payload: () => ({}) })
  return { outbox, post, sent, events }
}

test('waits until it is opened, then delivers in order', async () => {
  const { outbox, post, sent } = build([])
  const all = ['a', 'b', 'c'].map((action) => post(action))
  expect(sent).toEqual([])
  outbox.open()
  await Promise.all(all)
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(outbox.length).toBe(0)
})

test('an error or a time-out is tried again before anything else goes out', async () => {
  const error: CallOutcome = { kind: 'error', code: 'InternalError', description: '', details: {} }
  const { outbox, post, sent } = build([error, { kind: 'timeout' }])
  outbox.open()
  const [first] = await Promise.all([post('a'), post('b')])
  expect(first.kind).toBe('answered')
  expect(sent).toEqual(['a', 'a', 'a', 'b'])
})

test('after the last attempt the message is given up (E13.FR.04)', async () => {
  const { outbox, post, sent, events } = build([{ kind: 'timeout' }, { kind: 'timeout' }, { kind: 'timeout' }])
  outbox.open()
  const [first, second] = await Promise.all([post('a'), post('b')])
  expect(first).toEqual({ kind: 'discarded' })
  expect(second.kind).toBe('answered')
  expect(sent).toEqual(['a', 'a', 'a', 'b'])
  expect(events).toEqual([{ kind: 'message-discarded', action: 'a', why: 'attempts' }])
})

test('a lost link is no attempt: the message goes first when it is back', async () => {
  const { outbox, post, sent } = build([{ kind: 'offline' }])
  outbox.open()
  const first = post('a')
  outbox.shut()
  const second = post('b')
  await Promise.resolve()
  outbox.open()
  await Promise.all([first, second])
  expect(sent).toEqual(['a', 'a', 'b'])
})

test('an update without room is told to be lost', async () => {
  const { post, events, outbox } = build([])
  for (const action of ['a', 'b', 'c', 'd']) void post(action)
  expect(outbox.full).toBe(true)
  expect(await post('update', false)).toEqual({ kind: 'discarded' })
  expect(events).toEqual([{ kind: 'message-discarded', action: 'update', why: 'queue-full' }])
})
