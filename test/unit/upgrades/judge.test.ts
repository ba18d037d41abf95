import type { Facts, Move, Step } from '@main/upgrades/facts'
import { judge } from '@main/upgrades/judge'
import { UPGRADE_LIMITS } from '@main/upgrades/limits'
import { freshStep } from '@main/upgrades/record'
import { IMPOSSIBLE } from '@main/upgrades/way'
import { COMMAND_STATES, VERDICTS } from '@shared/commands/standing'
import type { Command } from '@shared/contract/commands'
import { HIGHER_PROFILES, UPGRADE_STEPS } from '@shared/ocpp/upgrade'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const NOW = 1_000_000
const T0 = NOW - 60_000
const LATER = NOW + UPGRADE_LIMITS.backMs

const facts = (some: Partial<Facts> = {}): Facts => ({
  now: NOW,
  protocol: 'ocpp2.0.1',
  from: 0,
  online: { since: T0 - 1, withTls: false, ready: true },
  bootedAt: T0 - 1,
  command: null,
  plainUrl: 'ws://192.0.2.10:9000',
  secureUrl: 'wss://192.0.2.10:8443',
  rootListed: (answer) => answer === 'listed',
  rootPem: 'PEM',
  organisation: 'Yard',
  network: 'Wired0',
  variable: () => null,
  addressKeys: () => [],
  hasCertificate: false,
  asked: null,
  learned: {},
  switchedAt: T0,
  whenIdle: false,
  undo: null,
  limits: UPGRADE_LIMITS,
  ...some,
})
const step = (name: Step['step'], some: Partial<Step> = {}): Step => ({
  ...freshStep({ step: name, profile: 2 }, 0, T0),
  state: 'now',
  tries: 1,
  ...some,
})
const answer = (state: Command['state'], some: Partial<Command> = {}) =>
  ({ state, verdict: state === 'accepted' ? 'accepted' : null, status: null, reason: null, ...some }) as Command
const ACCEPTED = answer('accepted')
const LATER_ON = answer('accepted', { verdict: 'scheduled' })
const REFUSED = answer('refused', { verdict: 'refused', status: 'Rejected', reason: 'InvalidCertificate' })
const UNSUPPORTED = answer('refused', { verdict: 'unsupported', status: 'NotImplemented' })
const LOST = answer('unknown')

/** A move in a line: what it does, and with what. */
const line = (move: Move): string => {
  switch (move.do) {
    case 'send':
      return `send ${move.phase}`
    case 'probe':
      return `probe ${move.url}`
    case 'wait':
      return `wait ${move.for}`
    case 'stuck':
      return `stuck ${move.problem}`
    case 'done':
      return 'done'
  }
}
const said = (name: Step['step'], some: Partial<Step>, around: Partial<Facts>) =>
  line(judge(step(name, some), facts(around)))

test('a station that is connected with TLS is not told to come without, and what it was told can be taken back', () => {
  const withTls = { online: { since: T0 - 1, withTls: true, ready: true }, undo: null }
  const name = ['password', 'network-profile', 'security-profile', 'restart'] as const
  for (const each of name) {
    expect(said(each, { profile: 1 }, withTls)).toBe('stuck comes-with-tls')
    expect(said(each, { profile: 1 }, {})).toMatch(/^send/)
    expect(said(each, { profile: 2 }, withTls)).toMatch(/^send/)
  }
  const back = { kind: 'x' } as unknown as Facts['undo']
  expect(said('undo', { profile: 1 }, { ...withTls, undo: back })).toBe('send undo')
})

describe('a step is judged by what is known', () => {
  test.each<[Step['step'], Partial<Step>, Partial<Facts>, string]>([
    ['tls-port', {}, {}, 'probe wss://192.0.2.10:8443'],
    ['tls-port', {}, { secureUrl: null }, 'stuck no-tls-port'],
    ['tls-port', {}, { online: null }, 'wait offline'],
    ['tls-port', { phase: 'tried', data: { url: 'u', problem: 'ECONNREFUSED' } }, {}, 'stuck tls-not-reachable'],
    ['tls-port', { phase: 'tried', data: { url: 'u' } }, { online: null }, 'done'],

    ['root', {}, {}, 'send look'],
    ['root', {}, { online: null }, 'wait offline'],
    ['root', {}, { online: { since: NOW, withTls: false, ready: false } }, 'wait ready'],
    ['root', { phase: 'look' }, { command: answer('accepted', { answer: 'listed' }) }, 'done'],
    ['root', { phase: 'look' }, { command: ACCEPTED }, 'send install'],
    ['root', { phase: 'look' }, { command: UNSUPPORTED }, 'send install'],
    ['root', { phase: 'look' }, { command: answer('sent') }, 'wait answer'],
    ['root', { phase: 'install' }, { command: ACCEPTED }, 'send verify'],
    ['root', { phase: 'install', data: { silent: 'yes' } }, { command: ACCEPTED }, 'done'],
    ['root', { phase: 'install' }, { command: REFUSED }, 'stuck refused'],
    ['root', { phase: 'install' }, { command: UNSUPPORTED }, 'stuck unsupported'],
    ['root', { phase: 'verify' }, { command: ACCEPTED }, 'stuck root-not-listed'],
    ['root', { phase: 'verify' }, { command: answer('accepted', { answer: 'listed' }) }, 'done'],

    ['organisation', {}, {}, 'send set'],
    ['organisation', { phase: 'set' }, { command: ACCEPTED }, 'done'],
    ['organisation', { phase: 'set' }, { command: REFUSED }, 'stuck refused'],
    ['password', {}, {}, 'send set'],
    ['password', { phase: 'set' }, { command: LATER_ON }, 'done'],
    ['password', { phase: 'set' }, { command: LOST }, 'send set'],
    ['password', { phase: 'set', tries: 3 }, { command: LOST }, 'stuck no-answer'],
    ['password', { phase: 'set', tries: 3 }, { command: answer('offline') }, 'send set'],
    ['password', { phase: IMPOSSIBLE }, {}, 'stuck not-possible'],

    ['address', {}, { protocol: 'ocpp1.6' }, 'send look'],
    ['address', { phase: 'look' }, { command: ACCEPTED }, 'stuck no-address-key'],
    ['address', { phase: 'write' }, { command: ACCEPTED }, 'done'],
    ['address', { phase: 'write' }, { command: REFUSED }, 'stuck refused'],

    ['network-profile', {}, {}, 'send look'],
    ['network-profile', { phase: 'look' }, { command: ACCEPTED }, 'stuck priority-unknown'],
    ['network-profile', { phase: 'look' }, { command: REFUSED }, 'stuck refused'],
    ['network-profile', { phase: 'write' }, { command: ACCEPTED }, 'done'],
    ['network-profile', { phase: 'write' }, { command: REFUSED }, 'stuck refused'],
    ['priority', {}, {}, 'stuck priority-unknown'],
    ['priority', {}, { learned: { slot: '2', active: '1' } }, 'send set'],

    ['restart', {}, {}, 'send restart'],
    ['restart', { phase: 'restart' }, { command: LATER_ON }, 'done'],
    ['restart', { phase: 'restart' }, { command: LOST }, 'done'],
    ['restart', { phase: 'restart' }, { command: REFUSED }, 'stuck refused'],
    ['security-profile', {}, { protocol: 'ocpp1.6' }, 'send set'],
    ['security-profile', { phase: 'set' }, { protocol: 'ocpp1.6', command: LOST }, 'done'],
    ['security-profile', { phase: 'set' }, { protocol: 'ocpp1.6', command: LATER_ON }, 'send restart'],
    ['security-profile', { phase: 'set' }, { protocol: 'ocpp1.6', command: UNSUPPORTED }, 'stuck unsupported'],
    ['security-profile', { phase: 'set', profile: 1 }, { protocol: 'ocpp1.6', command: UNSUPPORTED }, 'send restart'],

    ['return', {}, { online: null }, 'wait return'],
    ['return', {}, { online: null, now: LATER }, 'stuck not-back'],
    ['return', {}, {}, 'wait return'],
    ['return', {}, { now: LATER }, 'stuck not-gone'],
    ['return', {}, { now: LATER, whenIdle: true }, 'wait idle'],
    ['return', {}, { online: { since: NOW, withTls: false, ready: true } }, 'wait return'],
    ['return', {}, { online: { since: NOW, withTls: false, ready: true }, bootedAt: NOW }, 'stuck came-back-old'],
    ['return', {}, { online: { since: NOW, withTls: false, ready: true }, protocol: 'ocpp1.6' }, 'stuck came-back-old'],

    ['undo', {}, { switchedAt: null, online: null }, 'done'],
    ['undo', {}, { online: null }, 'wait return'],
    ['undo', {}, { online: { since: NOW, withTls: false, ready: true } }, 'done'],
  ])('%s %j, when %j: %s', (name, some, around, expected) => {
    expect(said(name, some, around)).toBe(expected)
  })

  test('a certificate: asked for, waited for, decided by a person, taken by the station', () => {
    const asked = (some: Partial<NonNullable<Facts['asked']>> = {}) => ({
      hasCertificate: false,
      asked: {
        id: 7,
        status: 'pending',
        at: NOW,
        reason: null,
        delivery: null,
        deliveryDetail: null,
        ...some,
      } as const,
    })
    expect(said('certificate', {}, { hasCertificate: true })).toBe('done')
    expect(said('certificate', {}, {})).toBe('send ask')
    // Decided before it began: that is no answer to what is asked now.
    expect(said('certificate', {}, asked({ status: 'rejected', at: T0 - 5_000 }))).toBe('send ask')
    expect(said('certificate', {}, asked())).toBe('wait approval')
    const phase = { phase: 'ask' }
    expect(said('certificate', phase, { command: ACCEPTED })).toBe('wait request')
    expect(said('certificate', phase, { command: ACCEPTED, now: NOW + UPGRADE_LIMITS.requestMs })).toBe(
      'stuck no-request',
    )
    expect(said('certificate', phase, asked({ status: 'rejected' }))).toBe('stuck request-rejected')
    expect(said('certificate', phase, asked({ status: 'approved', delivery: 'sent' }))).toBe('wait delivery')
    expect(said('certificate', phase, asked({ status: 'approved', delivery: 'refused' }))).toBe(
      'stuck certificate-refused',
    )
  })

  test('the network profile: a slot that is free, the one in use kept behind it, the right words for each version', () => {
    const priority =
      (value: string, choices: string[] = [], active?: string) =>
      (_: string, name: string) =>
        name === 'NetworkConfigurationPriority' ? { value, choices } : active ? { value: active, choices: [] } : null
    const written = (around: Partial<Facts>, profile: Step['profile'] = 2) => {
      const looked = step('network-profile', { phase: 'look', profile })
      const move = judge(looked, facts({ command: ACCEPTED, ...around }))
      if (move.do !== 'send') return line(move)
      const out = typeof move.outgoing === 'function' ? move.outgoing('s3cret') : move.outgoing
      return { data: move.data, payload: out.kind === 'action' ? out.payload : null }
    }
    expect(written({ variable: priority('1') })).toEqual({
      data: { slot: '2', active: '1', before: '1', url: 'wss://192.0.2.10:8443' },
      payload: {
        configurationSlot: 2,
        connectionData: {
          ocppVersion: 'OCPP20',
          ocppTransport: 'JSON',
          ocppCsmsUrl: 'wss://192.0.2.10:8443',
          messageTimeout: 30,
          securityProfile: 2,
          ocppInterface: 'Wired0',
        },
      },
    })
    expect(written({ variable: priority('1') }, 1)).toMatchObject({ data: { url: 'ws://192.0.2.10:9000' } })
    expect(written({ variable: priority('2,1') })).toMatchObject({ data: { slot: '3', active: '2' } })
    expect(written({ variable: priority('2,1', [], '1') })).toMatchObject({ data: { slot: '3', active: '1' } })
    expect(written({ variable: priority('0', ['0', '1']) })).toMatchObject({ data: { slot: '1', active: '0' } })
    // All are in the list: one that is not in use.
    expect(written({ variable: priority('1,0', ['0', '1']) })).toMatchObject({ data: { slot: '0', active: '1' } })
    expect(written({ variable: priority('0', ['0']) })).toBe('stuck no-slot')
    expect(written({ variable: priority('first') })).toBe('stuck priority-unknown')
    const in21 = { protocol: 'ocpp2.1', network: 'Any', variable: priority('1') } as const
    expect(written(in21)).toMatchObject({
      payload: { connectionData: { basicAuthPassword: 's3cret', ocppInterface: 'Any' } },
    })
    expect(written(in21, 3)).toMatchObject({
      payload: { connectionData: expect.not.objectContaining({ basicAuthPassword: expect.anything() }) },
    })
  })

  test('the address of 1.6: the key that holds ours, with its path kept', () => {
    const chosen = (keys: Record<string, string>) => {
      const addressKeys = () => Object.entries(keys).map(([key, value]) => ({ key, value }))
      const move = judge(
        step('address', { phase: 'look' }),
        facts({ protocol: 'ocpp1.6', command: ACCEPTED, addressKeys }),
      )
      return move.do === 'send' ? move.data?.after : line(move)
    }
    expect(chosen({ Url: 'ws://192.0.2.10:9000' })).toBe('wss://192.0.2.10:8443')
    expect(chosen({ Url: 'ws://192.0.2.10:9000/ocpp/CP_1', Old: 'wss://old.example/' })).toBe(
      'wss://192.0.2.10:8443/ocpp/CP_1',
    )
    expect(chosen({ Url: 'ws://gateway.example/ocpp' })).toBe('wss://192.0.2.10:8443/ocpp')
    expect(chosen({ Url: 'wss://192.0.2.10:8443/ocpp' })).toBe('done')
    expect(chosen({ One: 'ws://a.example', Two: 'ws://b.example' })).toBe('stuck no-address-key')
    const asked = { protocol: 'ocpp1.6', command: ACCEPTED } as const
    expect(said('address', { phase: 'look' }, { ...asked, secureUrl: null })).toBe('stuck no-tls-port')
    const gone = { online: null, plainUrl: null, secureUrl: null }
    expect(said('address', { phase: 'look' }, { ...asked, ...gone })).toBe('wait offline')
  })

  test('what was changed is taken back when the station can be spoken to, in 1.6 only when it has come back', () => {
    const undo = { name: 'set-variables', input: { variables: [] } } as unknown as NonNullable<Facts['undo']>
    expect(said('undo', {}, { undo, online: null })).toBe('wait offline')
    expect(said('undo', {}, { undo })).toBe('send undo')
    expect(said('undo', {}, { undo, protocol: 'ocpp1.6' })).toBe('wait return')
    expect(said('undo', {}, { undo, protocol: 'ocpp1.6', online: { since: NOW, withTls: false, ready: true } })).toBe(
      'send undo',
    )
    expect(said('undo', { phase: 'undo' }, { undo, command: ACCEPTED })).toBe('wait return')
    expect(said('undo', { phase: 'undo' }, { undo, command: ACCEPTED, whenIdle: true })).toBe('wait idle')
    expect(
      said('undo', { phase: 'undo' }, { undo, command: ACCEPTED, online: { since: NOW, withTls: false, ready: true } }),
    ).toBe('done')
    expect(said('undo', { phase: 'undo' }, { undo, command: REFUSED })).toBe('stuck refused')
  })
})

test('nothing is sent to a station that is not connected, and every step says what it does, whatever is known', () => {
  const command = fc.option(
    fc.record({ state: fc.constantFrom(...COMMAND_STATES), verdict: fc.constantFrom(...VERDICTS) }),
    { nil: null },
  )
  const around = fc.record({
    protocol: fc.constantFrom('ocpp1.6', 'ocpp2.0.1', 'ocpp2.1'),
    online: fc.option(fc.record({ since: fc.integer({ min: T0 - 5, max: NOW }), ready: fc.boolean() }), { nil: null }),
    bootedAt: fc.option(fc.integer({ min: T0 - 5, max: NOW }), { nil: null }),
    switchedAt: fc.option(fc.integer({ min: T0 - 5, max: NOW }), { nil: null }),
    secureUrl: fc.constantFrom(null, 'wss://192.0.2.10:8443'),
    whenIdle: fc.boolean(),
    hasCertificate: fc.boolean(),
    now: fc.constantFrom(NOW, LATER),
  })
  const phases = [null, 'tried', 'look', 'install', 'verify', 'set', 'ask', 'write', 'restart', 'undo', IMPOSSIBLE]
  fc.assert(
    fc.property(
      fc.constantFrom(...UPGRADE_STEPS),
      fc.constantFrom(...HIGHER_PROFILES),
      fc.constantFrom(...phases),
      fc.integer({ min: 0, max: 5 }),
      command,
      around,
      (name, profile, phase, tries, given, seen) => {
        const known = facts({ ...(seen as Partial<Facts>), command: given && answer(given.state, given) })
        const move = judge(step(name, { profile, phase, tries }), known)
        if (!known.online?.ready) expect(move.do).not.toBe('send')
        // Whatever is awaited from the station itself has an end, or waits for its sessions.
        if (move.do === 'wait' && move.until !== null) expect(move.until).toBeGreaterThan(known.now)
        // Only what was taken, seen or out of our hands counts as done.
        if (move.do === 'done' && given?.state === 'refused')
          expect(['tls-port', 'certificate', 'undo']).toContain(name)
      },
    ),
    { numRuns: 2_000 },
  )
})
