import { createCards } from '@main/cards/cards'
import { createChanges } from '@main/changes'
import { countRevisions, REVISED_SUBJECTS } from '@main/revisions'
import { createStations } from '@main/stations/stations'
import { findAudit } from '@main/store/queries/events'
import { EnrolRequest } from '@shared/contract/cards'
import { expect, it } from 'vitest'
import { openTestStore } from '../support/testStore'

it('each change makes one counter grow, and no other', () => {
  const changes = createChanges()
  const revisions = countRevisions(changes)
  const grown = REVISED_SUBJECTS.map((subject) => {
    const before = revisions()
    changes.emit(subject, 0)
    const after = revisions()
    const names = Object.keys(after) as (keyof typeof after)[]
    return [subject, names.filter((name) => after[name] !== before[name])]
  })
  expect(Object.fromEntries(grown)).toEqual({
    station: ['stations'],
    card: ['cards'],
    unknownCard: ['cards'],
    localList: ['cards'],
    numberForm: ['readers'],
    session: ['sessions'],
    request: ['requests'],
    deskRule: ['deskRules'],
    tariff: ['tariffs'],
    approver: ['approvers'],
    operator: ['operators'],
    certificate: ['certificates'],
    trust: ['certificates'],
    event: ['events'],
    audit: ['events'],
    file: ['files'],
    deviceToken: ['devices'],
    notice: ['notices'],
    variables: ['variables'],
    command: ['commands'],
    tolerance: ['tolerance'],
    security: ['security'],
    upgrade: ['upgrades'],
    refusedCall: ['refusedCalls'],
  })
})

it('the events page hears of every line of the audit trail, and of nothing that wrote none', async () => {
  const store = openTestStore()
  const changes = createChanges()
  const deps = { store, changes, clock: () => Date.UTC(2026, 0, 1) }
  const stations = createStations(deps)
  const cards = createCards(deps)
  const revisions = countRevisions(changes)
  const { stationId } = await stations.register('manager', 'CP_1', '', '')
  const enrol = () => cards.enrol('manager', EnrolRequest.parse({ token: 'AA' }))

  const writing = {
    register: () => stations.register('manager', 'CP_2', '', ''),
    refuse: () => stations.setAdmission('manager', stationId, 'refused'),
    label: () => stations.update('manager', stationId, { label: 'Gate' }),
    enrol,
    block: () => cards.change('manager', { cardId: 1, blocked: true }),
  }
  const silent = {
    registerAgain: () => stations.register('manager', 'cp_1', '', ''),
    refuseAgain: () => stations.setAdmission('manager', stationId, 'refused'),
    sameLabel: () => stations.update('manager', stationId, { label: 'Gate' }),
    enrolAgain: enrol,
    blockAgain: () => cards.change('manager', { cardId: 1, blocked: true }),
    dismissNothing: () => cards.dismissUnknown('manager', 99),
  }
  const lines = () => findAudit(store.read, { before: null, limit: 1 }).total
  const growth = async (act: () => Promise<unknown>) => {
    const before = { lines: lines(), events: revisions().events }
    await act()
    return { lines: lines() - before.lines, events: revisions().events - before.events }
  }
  for (const [name, act] of Object.entries(writing)) expect(await growth(act), name).toEqual({ lines: 1, events: 1 })
  for (const [name, act] of Object.entries(silent)) expect(await growth(act), name).toEqual({ lines: 0, events: 0 })
})
