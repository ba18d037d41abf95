import { createForgetting } from '@main/audit/forgetting'
import { createPresentedAt } from '@main/cards/presentedAt'
import { createChanges } from '@main/changes'
import { all, run } from '@main/store/handles'
import { appendAudit, appendSecurityEvent } from '@main/store/queries/events'
import { appendAuthorizations, findAuthorizations } from '@main/store/queries/presented'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support/testStore'

const DAY = 86_400_000
const NOW = 1_000 * DAY

/** What was presented, the number of days ago that are given, each group a write of its own; the same as security events. */
async function storeDays(store: TestStore, days: readonly (readonly number[])[]) {
  await store.writer.write((db) => {
    for (const station of [1, 2]) {
      run(
        db,
        "INSERT INTO station (id, identity, admission, created_at) VALUES (?, ?, 'admitted', 0)",
        station,
        `CP_${station}`,
      )
    }
    for (const group of days) {
      appendAuthorizations(
        db,
        group.map((ago, place) => ({
          at: NOW - ago * DAY,
          stationId: 1 + (place % 2),
          token: `T${ago}`,
          type: 'ISO14443',
          status: 'accepted' as const,
          reason: null,
        })),
      )
      for (const ago of group) {
        const at = NOW - ago * DAY
        appendSecurityEvent(db, {
          stationId: 1,
          type: `E${ago}`,
          critical: false,
          detail: null,
          occurredAt: at,
          receivedAt: at,
        })
        appendAudit(db, { at, actor: 'test', action: 'card-changed', subject: `T${ago}`, detail: {} })
      }
    }
  })
}

function forgettingOf(store: TestStore, limits: Parameters<typeof createForgetting>[0]['limits']) {
  const told: number[] = []
  const changes = createChanges()
  changes.on('event', (stationId) => told.push(stationId))
  const forgetting = createForgetting({
    store,
    clock: () => NOW,
    changes,
    onFailure: (error) => {
      throw error
    },
    limits: { pauseMs: 1, ...limits },
  })
  return { forgetting, told }
}
const tokens = (store: TestStore) =>
  findAuthorizations(store.read, { before: null, limit: 100 }).rows.map(({ token }) => token)
const events = (store: TestStore) =>
  all<{ type: string }>(store.read, 'SELECT type FROM security_event ORDER BY id DESC').map(({ type }) => type)

test('what was presented and security events are forgotten when they are too old, in small parts; changes stay', async () => {
  const store = openTestStore()
  // The last of a group decides about it.
  await storeDays(store, [[500, 450], [420, 410], [405, 390], [380], [1, 0]])
  const at = createPresentedAt(store.read)
  expect((await at.find({ stationId: 1, before: null, limit: 10 })).total).toBe(5)
  const { forgetting, told } = forgettingOf(store, { rowsAtOnce: 1 })
  let done = false
  let between = 0
  const sweeping = forgetting.sweep().then(() => {
    done = true
  })
  // Others have their turns in between: each write here is answered before the sweep is over.
  while (!done) {
    await store.writer.write(() => {})
    between += 1
  }
  await sweeping
  expect(between).toBeGreaterThan(2)
  expect(tokens(store)).toEqual(['T0', 'T1', 'T380', 'T390', 'T405'])
  expect(events(store)).toEqual(['E0', 'E1', 'E380', 'E390'])
  expect(all(store.read, 'SELECT id FROM audit')).toHaveLength(9)
  expect(told).toEqual([0, 0])
  expect(findAuthorizations(store.read, { before: null, limit: 2 }).total).toBe(5)
  const { rows, total } = await at.find({ stationId: 1, before: null, limit: 10 })
  expect([rows.map(({ token }) => token), total]).toEqual([['T1', 'T380', 'T405'], 3])

  await forgetting.sweep()
  expect(told).toEqual([0, 0])
  await forgetting.close()
})

test('of very many the oldest go, but never the newest, whose number those to come go on from', async () => {
  const store = openTestStore()
  await storeDays(store, [[9, 8], [7], [6, 5]])
  const { forgetting } = forgettingOf(store, { presentedCards: 2, securityEvents: 2 })
  await forgetting.sweep()
  expect([tokens(store), events(store)]).toEqual([
    ['T5', 'T6'],
    ['E5', 'E6'],
  ])
  await forgetting.close()
  const strict = forgettingOf(store, { presentedDays: 1, securityDays: 1 })
  await strict.forgetting.sweep()
  expect([tokens(store), events(store)]).toEqual([['T5', 'T6'], ['E5']])
  await strict.forgetting.close()
})
