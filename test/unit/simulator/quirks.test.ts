import { bendErrorCode, bendRequest, QUIRKS, quirkNote } from '@simulator/faults/quirks'
import { requestSchema } from '@simulator/link/schemas'
import { expect, test } from 'vitest'

const sample = { value: '12', context: 'Trigger', measurand: 'Voltage', unit: 'V' }
const meterValues = { connectorId: 1, meterValue: [{ timestamp: '2026-03-01T12:00:00.000Z', sampledValue: [sample] }] }
const bend = (...names: (typeof QUIRKS)[number][]) =>
  bendRequest(names, 'MeterValues', meterValues, requestSchema('ocpp1.6', 'MeterValues')) as typeof meterValues

test('values of enumerations, and nothing else, in lower case', () => {
  expect(bend('lower-case-enums').meterValue[0]?.sampledValue).toEqual([
    { value: '12', context: 'trigger', measurand: 'voltage', unit: 'v' },
  ])
})

test('a quirk changes what it names, and several add up', () => {
  expect(bend('celcius').meterValue[0]?.sampledValue).toHaveLength(2)
  expect(bend('missing-optional-fields').meterValue[0]?.sampledValue).toEqual([
    { value: '12', measurand: 'Voltage', unit: 'V' },
  ])
  const both = bend('text-as-numbers', 'local-time')
  expect(both.meterValue[0]).toMatchObject({ timestamp: '2026-03-01T12:00:00.000', sampledValue: [{ value: 12 }] })
  expect(bend()).toBe(meterValues)
})

test('2.x: through references to definitions too', () => {
  const schema = requestSchema('ocpp2.0.1', 'BootNotification')
  const payload = { reason: 'PowerUp', chargingStation: { model: 'M', vendorName: 'V', firmwareVersion: '1' } }
  expect(bendRequest(['lower-case-enums', 'missing-optional-fields'], 'BootNotification', payload, schema)).toEqual({
    // Required, so it stays.
    reason: 'powerup',
    chargingStation: { model: 'M', vendorName: 'V' },
  })
})

test('error codes in the other spelling', () => {
  expect(bendErrorCode(['wrong-error-codes'], 'FormatViolation')).toBe('FormationViolation')
  expect(bendErrorCode([], 'FormatViolation')).toBe('FormatViolation')
})

test('every quirk says what it does', () => {
  expect(QUIRKS.map(quirkNote).every((note) => note.length > 10)).toBe(true)
})
