import { createChanges } from '@main/changes'
import { examineSigned } from '@main/updates/examine'
import { createFeedWatch } from '@main/updates/feedWatch'
import { UPDATE_LIMITS } from '@main/updates/limits'
import { expect, onTestFinished, test } from 'vitest'
import { newReleaser, OLDER_SOURCE } from '../../support/release'
import { openTestStore } from '../../support/testStore'

const DAY = 24 * 3_600_000
const releaser = newReleaser()

/** A watch over feeds that have version 9.0.0 whatever their address is, and who was asked. */
function watched() {
  const asked: string[] = []
  let now = Date.UTC(2030, 0, 1)
  const watch = createFeedWatch({
    store: openTestStore(),
    clock: () => now,
    changes: createChanges(),
    onFailure: (error) => expect.unreachable(String(error)),
    limits: UPDATE_LIMITS,
    name: 'next.update.json',
    maxBytes: 10_000,
    hasKeys: true,
    examine: (text) => examineSigned(text, releaser.keys, OLDER_SOURCE),
    open: (address) => ({
      async *read() {
        asked.push(address)
        yield Buffer.from(releaser.sign(Buffer.from('file')))
      },
    }),
  })
  onTestFinished(() => watch.close())
  const pass = (ms: number) => {
    now += ms
  }
  return { watch, asked, pass }
}

test('whoever looks while the feed is pointed elsewhere looks there, and nothing of the place before is kept', async () => {
  const { watch, asked } = watched()
  await watch.set('test', { isOn: true, address: 'before' })
  const changed = watch.set('test', { isOn: true, address: 'after' })
  await watch.lookDue()
  const [outcome] = await Promise.all([watch.look(), changed])
  expect(outcome).toMatchObject({ kind: 'newer' })
  expect(asked).toEqual(['after'])
  await watch.set('test', { isOn: false, address: '' })
  expect([await watch.look(), watch.lookedAt(), watch.found()]).toEqual([{ kind: 'off' }, null, null])
})

test('a feed is looked at once a day, also when the clock was put back by more than that', async () => {
  const { watch, asked, pass } = watched()
  await watch.set('test', { isOn: true, address: 'feed' })
  for (const ms of [0, DAY - 1, 1, -DAY + 1, -1]) {
    pass(ms)
    await watch.lookDue()
  }
  expect(asked).toHaveLength(3)
})
