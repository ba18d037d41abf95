import { isFreeAlready, powerNowW } from '@shared/ocpp/evseSays'
import type { ConnectorStatus } from '@shared/ocpp/station'
import { expect, test } from 'vitest'

const session = { state: 'running', evseId: 1, connectorId: 1, receivedLastAt: 100, powerW: 7_000 } as const
const free = { evseId: 1, status: 'available', changedAt: 101, heardAt: null } as const

test('a running session is doubted where its EVSE became free after the last that was heard of it', () => {
  expect(isFreeAlready(session, [free, { ...free, evseId: 2, status: 'charging', changedAt: 0 }])).toBe(true)
  expect(isFreeAlready(session, [free, { ...free, status: 'charging' }])).toBe(false)
  expect(isFreeAlready(session, [{ ...free, changedAt: 100 }])).toBe(false)
  expect(isFreeAlready(session, [{ ...free, evseId: 2 }])).toBe(false)
  expect(isFreeAlready({ ...session, state: 'ended' }, [free])).toBe(false)
  expect(isFreeAlready({ ...session, evseId: null, connectorId: null }, [free])).toBe(false)
  // The plug beside it was never used.
  expect(isFreeAlready(session, [free, { ...free, changedAt: 5 }])).toBe(true)
})

test('a session draws what it told last until its EVSE says that nothing flows', () => {
  const after = (status: ConnectorStatus, changedAt = 101) => powerNowW(session, [{ ...free, status, changedAt }])
  for (const status of ['charging', 'occupied'] as const) expect(after(status), status).toBe(7_000)
  for (const status of ['available', 'suspended', 'finishing', 'unavailable', 'faulted'] as const) {
    expect(after(status), status).toBe(0)
    // Whatever was told of the session since is newer.
    expect(after(status, 100), status).toBe(7_000)
  }
  expect(powerNowW(session, [])).toBe(7_000)
  expect(powerNowW({ ...session, powerW: null }, [free])).toBeNull()
  expect(powerNowW({ ...session, evseId: null }, [free]), '1.6 numbers both alike').toBe(0)
})

test('what was heard last counts, whatever the clock of the station says', () => {
  for (const changedAt of [0, 1_000]) {
    expect(powerNowW(session, [{ ...free, changedAt, heardAt: 101 }])).toBe(0)
    expect(isFreeAlready(session, [{ ...free, changedAt, heardAt: 101 }])).toBe(true)
    expect(powerNowW(session, [{ ...free, changedAt, heardAt: 100 }])).toBe(7_000)
    expect(isFreeAlready(session, [{ ...free, changedAt, heardAt: 100 }])).toBe(false)
  }
})
