import { stepOf } from '@renderer/features/certificates/rollover/stepOf'
import type { RollOverVerdict } from '@shared/contract/rollover'
import { expect, it } from 'vitest'

const station = (verdict: RollOverVerdict) => ({
  stationId: 1,
  identity: 'CP_1',
  profile: 3 as const,
  connected: true,
  verdict,
  root: null,
  certificate: 'old' as const,
})

it.each([
  ['none', [], 0, 0],
  ['prepared', ['ready', 'unknown'], 2, 1],
  ['prepared', ['lacks-root', 'not-affected'], 2, 1],
  ['prepared', ['ready', 'not-affected'], 2, 2],
  ['prepared', [], 0, 2],
  ['switched', ['ready'], 1, 3],
  ['switched', ['lacks-root'], 0, 4],
] as const)('%s, chargers %j, %s certificates left: step %s', (phase, verdicts, left, step) => {
  expect(stepOf({ phase, stations: verdicts.map(station), renewals: { left, waiting: 0 } })).toBe(step)
})
