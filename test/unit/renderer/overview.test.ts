import { decisionsOf } from '@renderer/features/overview/decisions'
import { setupProblems } from '@renderer/features/setup/setupProblems'
import { evseRows } from '@renderer/features/stations/evseRows'
import { filterStations } from '@renderer/features/stations/stationFilter'
import { changedSubjects } from '@renderer/link/useRevisions'
import { Revisions } from '@shared/contract/site'
import type { Station } from '@shared/contract/stations'
import type { Upgrade } from '@shared/contract/upgrades'
import { toldAsItCame } from '@shared/told'
import { describe, expect, it } from 'vitest'
import { sampleRequests, sampleSessions, sampleStations, sampleUnknownCards } from '../../support/fakeSite/sample'

const now = Date.UTC(2031, 0, 1)
const stations = sampleStations(now)
const sessions = sampleSessions(now)

function stationNamed(identity: string): Station {
  const found = stations.find((station) => station.identity === identity)
  if (found === undefined) throw new Error(`no ${identity} in the sample`)
  return found
}

describe('evseRows', () => {
  it('takes the finer state of an occupied EVSE from its session', () => {
    const [first, second] = evseRows(stationNamed('CP_1'), sessions)
    expect(first).toMatchObject({ evseId: 1, status: 'charging', session: { holder: 'Anna Berg' } })
    expect(second).toMatchObject({ evseId: 2, status: 'available', session: null })
    expect(evseRows(stationNamed('CP_3'), sessions)[0]).toMatchObject({ status: 'suspended' })
  })

  it('leaves an occupied EVSE without a session occupied', () => {
    expect(evseRows(stationNamed('CP_1'), [])[0]).toMatchObject({ status: 'occupied', session: null })
  })

  it('finds the session of a 1.6 station by its connector', () => {
    expect(evseRows(stationNamed('CP_2'), sessions)[0]).toMatchObject({ session: { cardLabel: 'Pool car 3' } })
  })

  it('shows every EVSE of an offline station as offline', () => {
    expect(evseRows(stationNamed('CP_6'), sessions).map(({ status }) => status)).toEqual(['offline'])
  })

  it('lets the most telling connector speak and leaves out EVSE 0', () => {
    const connector = { evseId: 1, errorCode: null, changedAt: now, heardAt: now }
    const station: Station = {
      ...stationNamed('CP_1'),
      connectors: [
        { ...connector, evseId: 0, connectorId: 0, status: 'faulted' },
        { ...connector, connectorId: 2, status: 'charging' },
        { ...connector, connectorId: 1, status: 'unavailable' },
      ],
    }
    const rows = evseRows(station, [])
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ evseId: 1, status: 'charging' })
    expect(rows[0]?.connectors.map(({ connectorId }) => connectorId)).toEqual([1, 2])
  })
})

describe('decisionsOf', () => {
  const known = {
    stations,
    unknownCards: sampleUnknownCards(now),
    requests: sampleRequests(now),
    upgrades: [],
    lastBackup: null,
  }

  it('lists faults first, then cards, stations and requests', () => {
    expect(decisionsOf(known).map(({ kind }) => kind)).toEqual(['fault', 'card', 'station', 'request'])
  })

  it('asks nothing of a person where nothing waits', () => {
    const quiet = stations.filter(({ identity }) => ['CP_1', 'CP_2', 'CP_8'].includes(identity))
    expect(decisionsOf({ stations: quiet, unknownCards: [], requests: [], upgrades: [], lastBackup: null })).toEqual([])
  })

  it('tells of a daily backup that failed, and of none that was made', () => {
    const made = { at: now, name: 'Depot.chbackup', folder: '/mnt', size: 1, problem: null }
    expect(decisionsOf({ ...known, lastBackup: made }).some(({ kind }) => kind === 'backup')).toBe(false)
    const problem = toldAsItCame('The folder is gone.')
    const failed = { ...made, problem }
    expect(decisionsOf({ ...known, lastBackup: failed }).at(-1)).toMatchObject({
      kind: 'backup',
      problem,
    })
  })

  it('tells of an upgrade that is stuck, and of none that goes on or waits for an approval', () => {
    const upgrade = (state: 'now' | 'stuck'): Upgrade => ({
      id: 1,
      stationIdentity: 'CP_1',
      stationLabel: '',
      protocol: 'ocpp2.0.1',
      actor: 'test',
      from: 0,
      to: 2,
      state: 'running',
      profile: 0,
      coming: null,
      steps: [
        {
          step: 'root',
          profile: 2,
          state,
          waits: null,
          problem: 'refused',
          told: '',
          url: '',
          requestId: null,
          commandId: 1,
          at: now,
        },
      ],
      can: { retry: true, doneByHand: true, rollBack: true },
      startedAt: now,
      endedAt: null,
    })
    const kinds = (...upgrades: Upgrade[]) => decisionsOf({ ...known, upgrades }).map(({ kind }) => kind)
    expect(kinds(upgrade('now'))).not.toContain('upgrade')
    expect(kinds(upgrade('stuck'))).toContain('upgrade')
  })

  it('leaves out requests that are decided', () => {
    const requests = known.requests.map((request) => ({ ...request, status: 'approved' as const }))
    expect(decisionsOf({ ...known, requests }).some(({ kind }) => kind === 'request')).toBe(false)
  })
})

describe('filterStations', () => {
  const all = { search: '', admission: 'all' } as const

  it('puts numbers in names in their order', () => {
    const ten: Station = { ...stationNamed('CP_1'), id: 10, identity: 'CP_10' }
    const order = filterStations([ten, ...stations], all, 'en').map(({ identity }) => identity)
    expect(order.slice(-2)).toEqual(['CP_9', 'CP_10'])
  })

  it('puts names in the order of the language on screen, not of the computer', () => {
    const named = ['上海', '东门', '北门'].map((identity): Station => ({ ...stationNamed('CP_1'), identity }))
    const order = (language: string) => filterStations(named, all, language).map(({ identity }) => identity)
    expect(order('zh')).toEqual(['北门', '东门', '上海'])
    expect(order('en')).toEqual(['上海', '东门', '北门'])
  })

  it('finds by label, vendor and serial number, case ignored', () => {
    const found = (search: string) => filterStations(stations, { ...all, search }, 'en').map(({ identity }) => identity)
    expect(found('yard, LEFT')).toEqual(['CP_1'])
    expect(found('ep-22004')).toEqual(['CP_4'])
    expect(found('nowhere')).toEqual([])
  })

  it('shows one admission', () => {
    expect(filterStations(stations, { ...all, admission: 'refused' }, 'en').map(({ identity }) => identity)).toEqual([
      'CP_8',
    ])
  })
})

describe('setupProblems', () => {
  it('finds nothing wrong with two names', () => {
    expect(setupProblems({ siteName: 'Mill Lane', organisation: 'Mill Lane Ltd' })).toEqual({
      siteName: null,
      organisation: null,
    })
  })

  it('says what is wrong with each', () => {
    const problems = setupProblems({ siteName: '  ', organisation: 'x'.repeat(65) })
    expect(problems.siteName?.key).toBe('empty')
    expect(problems.organisation).toEqual({ key: 'tooLong', max: 64, length: 65 })
    expect(setupProblems({ siteName: 'a\u0007b', organisation: 'x' }).siteName?.key).toBe('control')
  })
})

describe('changedSubjects', () => {
  it('names what differs, also when a restarted server counts anew', () => {
    const before = Revisions.parse(Object.fromEntries(Object.keys(Revisions.shape).map((subject) => [subject, 7])))
    expect(changedSubjects(before, { ...before, cards: 8, events: 0 })).toEqual(['cards', 'events'])
    expect(changedSubjects(before, before)).toEqual([])
  })
})
