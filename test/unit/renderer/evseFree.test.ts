import { isFreeAlready } from '@renderer/features/sessions/evseFree'
import { expect, test } from 'vitest'

const session = { state: 'running', evseId: 1, receivedLastAt: 100 } as const
const free = { evseId: 1, status: 'available', changedAt: 101 } as const

test('a running session is doubted where its EVSE became free after the last that was heard of it', () => {
  expect(isFreeAlready(session, [free, { evseId: 2, status: 'charging', changedAt: 0 }])).toBe(true)
  expect(isFreeAlready(session, [free, { ...free, status: 'charging' }])).toBe(false)
  expect(isFreeAlready(session, [{ ...free, changedAt: 100 }])).toBe(false)
  expect(isFreeAlready(session, [{ ...free, evseId: 2 }])).toBe(false)
  expect(isFreeAlready({ ...session, state: 'ended' }, [free])).toBe(false)
  expect(isFreeAlready({ ...session, evseId: null }, [free])).toBe(false)
})
