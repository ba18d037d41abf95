import { callersMeaning, stationMeantBy } from '@renderer/features/stations/misnamed'
import type { Station } from '@shared/contract/stations'
import { expect, test } from 'vitest'
import { blankStation } from '../../support/blankStation'

const caller = (identity: string, serialNumber: string | null = null) =>
  blankStation(9, identity, { admission: 'waiting', serialNumber })
const meant = (who: Station, ...known: Station[]) => stationMeantBy(who, known)?.identity ?? null

test('a caller whose name differs in what people mistake only is named with the station that it may be', () => {
  const all = [blankStation(1, 'CP_3'), blankStation(2, 'CP_13')]
  expect(['cp3', 'CP-03', 'cp.3'].map((name) => meant(caller(name), ...all))).toEqual(['CP_3', 'CP_3', 'CP_3'])
  expect(['CP_30', 'XP_3', 'CP_4'].map((name) => meant(caller(name), ...all))).toEqual([null, null, null])
  expect(callersMeaning(blankStation(1, 'CP_3'), [...all, caller('cp3'), caller('other')])).toMatchObject([
    { identity: 'cp3' },
  ])
})

test('serial numbers count before names, and nobody is taken for a station that is connected or not admitted', () => {
  expect(meant(caller('wallbox', 'SN-1'), blankStation(1, 'CP_3', { serialNumber: 'SN-1' }))).toBe('CP_3')
  expect(meant(caller('cp3', 'SN-2'), blankStation(1, 'CP_3', { serialNumber: 'SN-1' }))).toBeNull()
  expect(meant(caller('cp3'), blankStation(1, 'CP_3', { admission: 'refused' }))).toBeNull()
  const online = { state: 'online', since: 0, protocol: 'ocpp1.6', remoteAddress: '', transport: 'ws' } as const
  expect(meant(caller('cp3'), blankStation(1, 'CP_3', { connection: online }))).toBeNull()
  expect(callersMeaning(blankStation(1, 'CP_3', { connection: online }), [caller('cp3')])).toEqual([])
})
