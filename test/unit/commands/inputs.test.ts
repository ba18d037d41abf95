import { COMMANDS } from '@shared/commands'
import { describe, expect, it } from 'vitest'

/** Where an input is at odds with itself. */
const faults = (name: keyof typeof COMMANDS, input: object) =>
  COMMANDS[name].input.safeParse(input).error?.issues.map(({ path }) => path.join('/')) ?? []

describe('an input that is at odds with itself', () => {
  it.each([
    ['set-availability', { available: false }],
    ['trigger', { message: 'status' }],
  ] as const)('of %s names a connector without its EVSE, which would mean the whole station', (name, input) => {
    expect(faults(name, { ...input, connectorId: 1 })).toEqual(['evseId'])
    expect(faults(name, { ...input, connectorId: 1, evseId: 2 })).toEqual([])
    expect(faults(name, input)).toEqual([])
  })

  it('watches a change or a time below 0 (N04.FR.14)', () => {
    const monitor = { target: { component: 'EVSE', variable: 'Temperature' }, value: -1 }
    expect(faults('set-monitor', { ...monitor, type: 'lower-threshold' })).toEqual([])
    expect(faults('set-monitor', { ...monitor, type: 'delta' })).toEqual(['value'])
    expect(faults('set-monitor', { ...monitor, type: 'periodic', value: 0 })).toEqual([])
  })

  it('sets the same variable twice (B05.FR.13), in whatever letters', () => {
    const choice = { component: 'OCPPCommCtrlr', variable: 'HeartbeatInterval', value: '60' }
    const again = { ...choice, variable: 'heartbeatinterval', value: '90' }
    expect(faults('set-variables', { variables: [choice, again] })).toEqual(['variables'])
    const others = [
      { ...choice, attribute: 'Target' },
      { ...choice, evseId: 1 },
      { ...choice, variableInstance: 'x' },
    ]
    expect(faults('set-variables', { variables: [choice, ...others] })).toEqual([])
  })
})

describe.each(['update-firmware', 'publish-firmware'] as const)('the firmware of %s', (name) => {
  const checksum = '0'.repeat(32)
  it.each([
    ['this site', { firmwareId: 1 }, true],
    ['elsewhere', { url: 'https://example.org/f' }, true],
    ['nowhere', {}, false],
    ['both', { firmwareId: 1, url: 'https://example.org/f' }, false],
  ])('from %s', (_, from, isGood) => {
    expect(COMMANDS[name].input.safeParse({ checksum, ...from }).success).toBe(isGood)
  })
})
