import { KNOWN_VARIABLES, knownVariable } from '@renderer/features/variables/knownVariables'
import { variableName } from '@renderer/features/variables/variableName'
import { checkValue, sameValue, type ValueRules, valueRules } from '@renderer/features/variables/variableValue'
import { variables as words } from '@renderer/i18n/en/variables'
import type { StationVariable } from '@shared/contract/variables'
import { describe, expect, it } from 'vitest'

const variable = (fields: Partial<StationVariable>): StationVariable => ({
  id: 1,
  stationId: 1,
  component: '',
  componentInstance: null,
  evseId: null,
  connectorId: null,
  variable: 'X',
  variableInstance: null,
  attribute: 'Actual',
  value: null,
  secret: false,
  mutability: 'ReadWrite',
  dataType: null,
  unit: null,
  min: null,
  max: null,
  values: null,
  reportedAt: 0,
  previousValue: null,
  changedAt: null,
  difference: 'same',
  baseValue: null,
  ...fields,
})

const rules = (fields: Partial<ValueRules>): ValueRules => ({
  type: null,
  unit: null,
  min: null,
  max: null,
  values: null,
  known: null,
  ...fields,
})

describe('known variables', () => {
  it('each have a sentence, and no sentence is left over', () => {
    expect(Object.keys(words.known).toSorted()).toEqual(Object.keys(KNOWN_VARIABLES).toSorted())
  })
  it('stand under one name only', () => {
    const names = Object.values(KNOWN_VARIABLES).flatMap(({ names: all }) => all.map((name) => name.toLowerCase()))
    expect(new Set(names).size).toBe(names.length)
  })
  it('are found in both worlds, without case', () => {
    expect(knownVariable('', 'heartbeatinterval')?.key).toBe('heartbeat')
    expect(knownVariable('OCPPCommCtrlr', 'HeartbeatInterval')?.key).toBe('heartbeat')
    expect(knownVariable('SampledDataCtrlr', 'Available')?.key).toBe('available')
    expect(knownVariable('AuthCtrlr', 'Enabled')?.key).toBe('authorization')
    expect(knownVariable('', 'Available')).toBeNull()
    expect(knownVariable('Vendor', 'HeartbeatInterval')).toBeNull()
  })
  it('fill in what 1.6 does not tell, and never speak against the station', () => {
    expect(valueRules(variable({ variable: 'HeartbeatInterval' }))).toMatchObject({ type: 'integer', unit: 's' })
    const said = valueRules(variable({ variable: 'HeartbeatInterval', dataType: 'string', unit: 'min' }))
    expect(said).toMatchObject({ type: 'string', unit: 'min' })
  })
})

describe('a value before it is sent', () => {
  it.each([
    [rules({ type: 'integer', min: 1, max: 9 }), '5', null],
    [rules({ type: 'integer', min: 1, max: 9 }), '0', 'tooSmall'],
    [rules({ type: 'integer', min: 1, max: 9 }), '10', 'tooLarge'],
    [rules({ type: 'integer' }), '1.5', 'notWhole'],
    [rules({ type: 'integer' }), '1e3', 'notWhole'],
    [rules({ type: 'integer' }), 'x', 'notANumber'],
    [rules({ type: 'integer' }), '', 'empty'],
    [rules({ type: 'decimal', max: 1 }), '0.5', null],
    [rules({ type: 'boolean' }), '', 'empty'],
    [rules({ type: 'dateTime' }), '2026-05-06T07:08:09Z', null],
    [rules({ type: 'dateTime' }), 'now', 'notATime'],
    [rules({ type: 'OptionList', values: ['A', 'B'] }), 'C', 'notOne'],
    [rules({ type: 'OptionList', values: ['A', 'B'] }), 'A', null],
    [rules({ type: 'OptionList' }), 'C', null],
    [rules({ type: 'MemberList', values: ['A', 'B'] }), 'B, A', null],
    [rules({ type: 'MemberList', values: ['A', 'B'] }), 'A,X', 'notAll'],
    [rules({ type: 'string', max: 3 }), 'abcd', 'tooLong'],
    [rules({}), 'x'.repeat(2_501), 'tooLong'],
    [rules({}), '', null],
  ] satisfies [ValueRules, string, string | null][])('%j with “%s”: %s', (of, text, problem) => {
    expect(checkValue(text, of)?.key ?? null).toBe(problem)
  })
  it('is the same in another spelling of yes and no', () => {
    expect(sameValue('True', 'true', 'boolean')).toBe(true)
    expect(sameValue('True', 'true', 'string')).toBe(false)
  })
})

it.each([
  [{ variable: 'HeartbeatInterval' }, 'HeartbeatInterval'],
  [{ component: 'EVSE', variable: 'Power' }, 'EVSE.Power'],
  [{ component: 'C', componentInstance: 'a', variable: 'V', variableInstance: 'b' }, 'C [a].V [b]'],
])('%j is written %s', (fields, name) => {
  expect(variableName(variable(fields))).toBe(name)
})
