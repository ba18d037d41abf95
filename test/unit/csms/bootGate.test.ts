import { BootGate, type GateFacts } from '@main/csms/bootGate'
import { describe, expect, test } from 'vitest'

const WAITING: GateFacts = { admission: 'waiting', hasBooted: true, strict: false }
const ADMITTED: GateFacts = { ...WAITING, admission: 'admitted' }
const REFUSED: GateFacts = { ...WAITING, admission: 'refused' }

describe('what a station says', () => {
  test.each([
    ['a boot of one that waits', WAITING, 'BootNotification', true, 'served'],
    ['anything else of it (B02.FR.09)', WAITING, 'Authorize', false, 'not-admitted'],
    ['anything of one that was let in', ADMITTED, 'Authorize', false, 'served'],
    ['also when it never booted', { ...ADMITTED, hasBooted: false }, 'Authorize', false, 'served'],
    [
      'nor by the letter (B01.FR.10)',
      { ...ADMITTED, hasBooted: false, strict: true },
      'Authorize',
      false,
      'not-booted',
    ],
    ['a boot of one that was refused (B03.FR.07)', REFUSED, 'BootNotification', true, 'refused'],
    ['anything else of it', REFUSED, 'Heartbeat', false, 'refused'],
  ] as const)('%s: %#', (_, facts, action, beforeAdmission, verdict) => {
    expect(new BootGate().admits(facts, action, beforeAdmission)).toBe(verdict)
  })

  test.each([
    ['TriggerMessage', { requestedMessage: 'StatusNotification' }, 'StatusNotification'],
    ['TriggerMessage', { requestedMessage: 'SignChargingStationCertificate' }, 'SignCertificate'],
    ['ExtendedTriggerMessage', { requestedMessage: 'SignChargePointCertificate' }, 'SignCertificate'],
    ['ExtendedTriggerMessage', { requestedMessage: 'LogStatusNotification' }, 'LogStatusNotification'],
    ['GetBaseReport', { requestId: 1, reportBase: 'FullInventory' }, 'NotifyReport'],
    ['GetReport', { requestId: 1 }, 'NotifyReport'],
  ])('%s %j while it waits lets its %s through (B02.FR.02), and nothing else', (asked, payload, action) => {
    const gate = new BootGate()
    gate.booted('Pending')
    expect(gate.admits(WAITING, action, false)).toBe('not-admitted')
    gate.asked(asked, payload)
    expect(gate.admits(WAITING, action, false)).toBe('served')
    expect(gate.admits(WAITING, 'MeterValues', false)).toBe('not-admitted')
    expect(gate.admits({ ...WAITING, hasBooted: false }, action, false)).toBe('not-admitted')
    expect(gate.admits(REFUSED, action, false)).toBe('refused')
  })

  test('what was asked for before it was accepted is forgotten then', () => {
    const gate = new BootGate()
    gate.asked('TriggerMessage', { requestedMessage: 'MeterValues' })
    gate.booted('Accepted')
    expect(gate.admits(WAITING, 'MeterValues', false)).toBe('not-admitted')
  })

  test('let in after a boot that was answered Pending: served at once, by the letter only after its next boot (B01.FR.10)', () => {
    const gate = new BootGate()
    gate.booted('Pending')
    expect(gate.admits(ADMITTED, 'Authorize', false)).toBe('served')
    expect(gate.admits({ ...ADMITTED, strict: true }, 'Authorize', false)).toBe('not-booted')
    gate.booted('Accepted')
    expect(gate.admits({ ...ADMITTED, strict: true }, 'Authorize', false)).toBe('served')
  })
})

describe('what is sent to a station', () => {
  const STARTS = [
    'RemoteStartTransaction',
    'RemoteStopTransaction',
    'RequestStartTransaction',
    'RequestStopTransaction',
  ]
  const OTHERS = ['TriggerMessage', 'GetBaseReport', 'SetVariables', 'GetConfiguration']

  test.each(STARTS)('%s only when it is let in (B02.FR.05)', (action) => {
    const gate = new BootGate()
    expect(gate.lets(WAITING, action)).toBe('not-admitted')
    expect(gate.lets(ADMITTED, action)).toBe('served')
    gate.booted('Pending')
    expect(gate.lets(ADMITTED, action)).toBe('served')
    expect(gate.lets({ ...ADMITTED, strict: true }, action)).toBe('not-admitted')
  })

  test.each(OTHERS)('%s also while it waits (B02.FR.01)', (action) => {
    expect(new BootGate().lets(WAITING, action)).toBe('served')
  })

  test.each([...STARTS, ...OTHERS])('no %s when it was refused (B03.FR.03)', (action) => {
    expect(new BootGate().lets(REFUSED, action)).toBe('refused')
  })
})
