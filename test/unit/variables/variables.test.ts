import { type Changes, createChanges } from '@main/changes'
import { createStations } from '@main/stations/stations'
import type { VariableFilter } from '@main/store/queries/variables'
import { createVariables, type Variables } from '@main/variables/variables'
import { isSecretVariable, type LearnedVariable } from '@shared/ocpp/variable'
import { beforeEach, describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/testStore'

let store: TestStore
let changes: Changes
let variables: Variables
let stationId: number
let now: number

beforeEach(async () => {
  now = 1_000
  store = openTestStore({ lazyMs: 60_000 })
  changes = createChanges()
  const clock = () => now
  const registered = await createStations({ store, clock, changes }).register('test', 'CP_1', '', '')
  stationId = registered.stationId
  variables = createVariables({ store, changes, clock })
})

const told = (variable: string, value: string | null, fields: Partial<LearnedVariable> = {}): LearnedVariable => ({
  component: 'Ctrlr',
  componentInstance: null,
  evseId: null,
  connectorId: null,
  variable,
  variableInstance: null,
  attribute: 'Actual',
  value,
  mutability: 'ReadWrite',
  dataType: null,
  unit: null,
  min: null,
  max: null,
  values: null,
  ...fields,
})

const find = (fields: Partial<VariableFilter> = {}) =>
  variables.find({ stationId, search: '', changed: false, writable: false, offset: 0, limit: 100, ...fields })
const one = (name: string) => find().entries.find(({ variable }) => variable === name)

async function report(requestId: number, ...parts: readonly (readonly LearnedVariable[])[]) {
  await variables.reportAsked(stationId, requestId, 'full')
  const states: string[] = []
  for (const [seqNo, entries] of parts.entries()) {
    states.push(await variables.reportPart(stationId, { requestId, seqNo, last: seqNo === parts.length - 1, entries }))
  }
  return states
}

test('keeps what was told with its type and limits, and does not forget them when a value alone is told', async () => {
  const traits = { dataType: 'integer', unit: 's', min: 1, max: 600, values: null } as const
  await variables.learned(stationId, [told('Interval', '60', traits)])
  now = 2_000
  await variables.learned(stationId, [told('INTERVAL', '90', { mutability: null })])
  expect(find()).toMatchObject({ total: 1, next: null })
  expect(one('Interval')).toMatchObject({
    ...traits,
    value: '90',
    mutability: 'ReadWrite',
    reportedAt: 2_000,
    previousValue: '60',
    changedAt: 2_000,
  })
})

test('takes a clock that has gone on for no change of the configuration', async () => {
  const clock = (value: string) => told('dateTime', value, { component: 'clockCtrlr' })
  await report(1, [clock('12:00'), told('Interval', '60')])
  await variables.learned(stationId, [clock('12:01'), told('Interval', '90')])
  await report(2, [clock('12:02'), told('Interval', '90')])
  expect(find().entries.map(({ value, difference }) => [value, difference])).toEqual([
    ['12:02', 'same'],
    ['90', 'changed'],
  ])
  expect(variables.reports(stationId).counts).toMatchObject({ new: 0, changed: 1, gone: 0 })
})

test('tells the same name of the station, of an EVSE and of a connector apart, and each attribute', async () => {
  await variables.learned(stationId, [
    told('Power', '1'),
    told('Power', '2', { evseId: 1 }),
    told('Power', '3', { evseId: 1, connectorId: 1 }),
    told('Power', '4', { componentInstance: 'A' }),
    told('Power', '5', { variableInstance: 'B' }),
    told('Power', '6', { attribute: 'MaxSet' }),
  ])
  expect(find().entries.map(({ value }) => value)).toHaveLength(6)
})

describe('passwords and keys', () => {
  test('are never stored, write-only or known by their name', async () => {
    await variables.learned(stationId, [
      told('AuthorizationKey', 'super-secret-1'),
      told('Pin', 'super-secret-2', { mutability: 'WriteOnly' }),
    ])
    await variables.learned(stationId, [told('Pin', 'super-secret-3', { mutability: null })])
    expect(one('AuthorizationKey')).toMatchObject({ value: null, secret: true })
    expect(one('Pin')).toMatchObject({ value: null })
    const everything = JSON.stringify(store.read.prepare('SELECT * FROM variable').all())
    expect(everything).not.toContain('super-secret')
  })
  test.each([
    ['BasicAuthPassword', true],
    ['AuthorizationKey', true],
    ['ApnPassword', true],
    ['WiFiPSK', false],
    ['psk', true],
    ['HeartbeatInterval', false],
    ['LocalAuthListEnabled', false],
  ])('%s: %s', (variable, secret) => {
    expect(isSecretVariable({ variable })).toBe(secret)
  })
})

describe('a full report', () => {
  test('shows against the one before what is new, changed and gone', async () => {
    expect(await report(1, [told('A', '1'), told('B', '1')], [told('C', '1')])).toEqual(['coming', 'complete'])
    expect(variables.reports(stationId).counts).toEqual({ known: 3, new: 0, changed: 0, gone: 0 })

    await report(2, [told('A', '1'), told('B', '2'), told('D', '1')])
    expect(find({ changed: true }).entries.map(({ variable, difference }) => [variable, difference])).toEqual([
      ['B', 'changed'],
      ['C', 'gone'],
      ['D', 'new'],
    ])
    expect(one('B')).toMatchObject({ baseValue: '1', value: '2' })

    await report(3, [told('A', '1'), told('B', '2'), told('D', '1')])
    expect(variables.reports(stationId).counts).toEqual({ known: 3, new: 0, changed: 0, gone: 0 })
  })

  test('says of nothing that it is gone before all its parts have come', async () => {
    await report(1, [told('A', '1'), told('B', '1')])
    await variables.reportAsked(stationId, 2, 'full')
    const part = { requestId: 2, entries: [told('A', '1')] }
    expect(await variables.reportPart(stationId, { ...part, seqNo: 0, last: false })).toBe('coming')
    expect(await variables.reportPart(stationId, { ...part, seqNo: 2, last: true })).toBe('incomplete')
    expect(variables.reports(stationId)).toMatchObject({
      newest: { state: 'incomplete', parts: 2 },
      full: { parts: 1 },
      counts: { gone: 0 },
    })
    expect(await variables.reportPart(stationId, { ...part, seqNo: 1, last: false })).toBe('complete')
    expect(variables.reports(stationId).counts).toMatchObject({ gone: 1 })
  })

  test('that comes twice is counted once', async () => {
    await report(1, [told('A', '1')])
    await report(2, [told('A', '2')])
    await variables.reportPart(stationId, { requestId: 2, seqNo: 0, last: true, entries: [told('A', '2')] })
    expect(one('A')).toMatchObject({ difference: 'changed', baseValue: '1' })
    expect(variables.reports(stationId).newest).toMatchObject({ parts: 1, state: 'complete' })
  })

  test('of 1.6 comes in one answer', async () => {
    await variables.learned(stationId, [told('A', '1'), told('B', '1')], { complete: true })
    await variables.learned(stationId, [told('A', '1')], { complete: true })
    expect(one('B')).toMatchObject({ difference: 'gone' })
  })
})

test('a report that nobody asked for is kept, and says of nothing that it is gone', async () => {
  await report(1, [told('A', '1'), told('B', '1')])
  await variables.reportPart(stationId, { requestId: 77, seqNo: 0, last: true, entries: [told('A', '5')] })
  expect(one('A')).toMatchObject({ value: '5', difference: 'changed' })
  expect(variables.reports(stationId)).toMatchObject({ newest: { scope: 'part' }, counts: { gone: 0 } })
})

describe('limits', () => {
  test('no more values of a station are kept than the limit, and those left out are counted', async () => {
    variables = createVariables({ store, changes, clock: () => now, limits: { perStation: 2 } })
    await report(1, [told('A', '1'), told('B', '1'), told('C', '1')])
    await report(2, [told('A', '2'), told('B', '1'), told('C', '1')])
    expect(find().total).toBe(2)
    expect(one('A')).toMatchObject({ value: '2' })
    expect(variables.reports(stationId).newest).toMatchObject({ leftOut: 1 })
  })
  test('old reports are forgotten', async () => {
    variables = createVariables({ store, changes, clock: () => now, limits: { reportsPerStation: 3 } })
    for (let requestId = 1; requestId < 10; requestId += 1) await report(requestId, [told('A', String(requestId))])
    const kept = store.read.prepare('SELECT count(*) AS n FROM variable_report').get()
    expect(kept).toEqual({ n: 3 })
  })
})

test('finds by name, component and value, pages in the order of names, and knows what can be written', async () => {
  await variables.learned(stationId, [
    told('Zeta', 'x', { component: 'Alpha', mutability: 'ReadOnly' }),
    told('Beta', '100%', { component: 'Clock' }),
    told('Alpha', 'y', { component: 'Clock', mutability: 'WriteOnly' }),
  ])
  const names = (fields: Partial<VariableFilter>) => find(fields).entries.map(({ variable }) => variable)
  expect(names({})).toEqual(['Zeta', 'Alpha', 'Beta'])
  expect(names({ search: 'alpha' })).toEqual(['Zeta', 'Alpha'])
  expect(names({ search: '%' })).toEqual(['Beta'])
  expect(names({ writable: true })).toEqual(['Alpha', 'Beta'])
  expect(find({ limit: 2 })).toMatchObject({ next: 2, total: 3 })
  expect(names({ limit: 2, offset: 2 })).toEqual(['Beta'])
})

test('says which station has changed', async () => {
  const changed: number[] = []
  changes.on('variables', (id) => changed.push(id))
  await variables.learned(stationId, [told('A', '1')])
  expect(changed).toEqual([stationId])
})

test('keeps a bounded number of the reports that nobody asked for', async () => {
  const bounded = createVariables({ store, changes, clock: () => now, limits: { reportsPerStation: 5 } })
  for (let requestId = 1; requestId <= 50; requestId++) {
    await bounded.reportPart(stationId, { requestId, seqNo: 0, last: true, entries: [told('A', String(requestId))] })
  }
  expect(store.read.prepare('SELECT request_id FROM variable_report ORDER BY id').pluck().all()).toEqual([
    46, 47, 48, 49, 50,
  ])
  expect(one('A')?.value).toBe('50')
})

test('what was kept before it was known to be write-only goes with it', async () => {
  await report(1, [told('Code', 'first')])
  await report(2, [told('Code', 'second')])
  await variables.learned(stationId, [told('Code', null, { mutability: 'WriteOnly' })])
  expect(one('Code')).toMatchObject({ value: null, previousValue: null, baseValue: null })
  const rows = store.read.prepare('SELECT * FROM variable').all()
  expect(JSON.stringify(rows)).not.toMatch(/first|second/)
})
