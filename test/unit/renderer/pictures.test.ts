import { lifeMarks, lifeWindow, renewalAt, shareIn } from '@renderer/features/certificates/lifeWindow'
import { countByStatus, standingOf } from '@renderer/features/overview/standing'
import { handshakeOf } from '@renderer/features/security/handshake/handshake'
import { refusalWords } from '@renderer/features/security/refusalWords'
import { security } from '@renderer/i18n/en/security'
import type { CalendarEntry } from '@shared/contract/certificates'
import { CALL_REFUSALS } from '@shared/ocpp/refusedCall'
import { textAt } from '@shared/words/textAt'
import { describe, expect, it } from 'vitest'
import { sampleSessions, sampleStations } from '../../support/fakeSite/sample'

describe('the handshake of a refused call', () => {
  it('asks a charger to change its profile, and a device, which has none, to enrol again', () => {
    const advice = (reason: (typeof CALL_REFUSALS)[number], transport: 'wss' | 'mqtts') => {
      const { what, todo } = refusalWords({ reason, transport })
      return `${textAt(security, what)}. ${textAt(security, todo)}`
    }
    expect(advice('no-certificate', 'wss')).toMatch(/profile 3/)
    expect(advice('no-certificate', 'mqtts')).toMatch(/^showed no certificate\. .*enrol/)
    for (const reason of CALL_REFUSALS.filter((each) => each.includes('certificate'))) {
      expect(advice(reason, 'mqtts')).not.toMatch(/profile/)
    }
  })

  const told = (reason: (typeof CALL_REFUSALS)[number], transport: 'ws' | 'wss' | 'mqtts') =>
    handshakeOf({ reason, transport }).map(({ step, state }) => `${step} ${state}`)

  it('has one step that broke, what was said before it, and what was not reached', () => {
    expect(told('tls-not-trusted', 'wss')).toEqual([
      'calls done',
      'offers-tls done',
      'agrees-tls done',
      'shows-site done',
      'trusts-site broke',
      'asks never',
      'speaks never',
      'password never',
      'admits never',
    ])
    for (const reason of CALL_REFUSALS) {
      for (const transport of ['ws', 'wss', 'mqtts'] as const) {
        const states = handshakeOf({ reason, transport }).map(({ state }) => state)
        expect(states.filter((state) => state === 'broke')).toHaveLength(1)
        expect(states.slice(0, states.indexOf('broke')).every((state) => state === 'done')).toBe(true)
        expect(states.slice(states.indexOf('broke') + 1).every((state) => state === 'never')).toBe(true)
      }
    }
  })

  it('has no TLS where none is spoken, and no password where a certificate proves who calls', () => {
    expect(told('wrong-password', 'ws')).toEqual([
      'calls done',
      'asks done',
      'speaks done',
      'password broke',
      'admits never',
    ])
    expect(told('certificate-expired', 'wss')).not.toContain('password never')
    expect(told('publish-not-allowed', 'mqtts').at(-1)).toBe('keeps-rules broke')
    expect(handshakeOf({ reason: 'tls-version', transport: 'wss' })[2]).toMatchObject({ speaker: 'site' })
  })
})

describe('life lines', () => {
  const DAY = 86_400_000
  const now = Date.UTC(2026, 10, 22)
  const entry = (role: CalendarEntry['role'], notBefore: number | null, notAfter: number): CalendarEntry => ({
    key: `${role} ${notAfter}`,
    role,
    station: null,
    generation: null,
    subject: '',
    notBefore,
    notAfter,
    plan: { kind: 'will-ask', at: notAfter - 30 * DAY },
  })

  it('show the whole life of what stations have, however long authorities live', () => {
    const entries = [entry('station', now - 100 * DAY, now + 265 * DAY), entry('root', now - DAY, now + 7_300 * DAY)]
    const window = lifeWindow(entries, now)
    expect(window.from).toBeLessThan(now - 100 * DAY)
    expect(window.to).toBeGreaterThan(now + 365 * DAY)
    expect(window.to).toBeLessThan(now + 500 * DAY)
    expect(shareIn(window, now + 7_300 * DAY)).toBe(1)
    expect(shareIn(window, now)).toBeGreaterThan(0.1)
    expect(lifeWindow([entry('root', now, now + 7_300 * DAY)], now).to).toBeGreaterThan(now + 7_300 * DAY)
  })

  it('have a few marks, in their order, all within', () => {
    for (const days of [400, 900, 4_000, 9_000]) {
      const window = { from: now, to: now + days * DAY }
      const marks = lifeMarks(window)
      expect(marks.length).toBeGreaterThan(1)
      expect(marks.length).toBeLessThanOrEqual(8)
      expect(marks.every((at, place) => at >= window.from && at <= window.to && at > (marks[place - 1] ?? 0))).toBe(
        true,
      )
      expect(marks.every((at) => new Date(at).getDate() === 1)).toBe(true)
    }
  })

  it('say when a renewal begins, where it does by itself', () => {
    expect(renewalAt(entry('station', null, now))).toBe(now - 30 * DAY)
    expect(renewalAt({ ...entry('root', null, now), plan: { kind: 'by-hand' } })).toBeNull()
  })
})

describe('how the site stands', () => {
  const now = Date.UTC(2031, 0, 1)
  const stations = sampleStations(now)
  const named = (...identities: string[]) => stations.filter(({ identity }) => identities.includes(identity))
  const [fault] = [{ kind: 'backup', key: 'backup', at: now, problem: { text: '', code: null, data: {} } } as const]

  it('is well where all are there and nothing waits', () => {
    const there = stations.filter(
      ({ connection, admission }) => connection.state === 'online' && admission === 'admitted',
    )
    expect(standingOf(there, [])).toEqual({ tone: 'well', faults: 0, gone: 0, waiting: 0 })
    expect(standingOf(there, [fault])).toMatchObject({ tone: 'waiting', waiting: 1 })
  })

  it('misses a station that was here, and none that has never called', () => {
    const [gone] = named('CP_6')
    if (!gone) throw new Error('no station is away in the sample')
    const away = { ...gone, connection: { state: 'offline' as const, lastSeenAt: now }, lastSeenAt: now }
    expect(standingOf([away], [fault])).toMatchObject({ tone: 'gone', gone: 1, waiting: 1 })
    const never = { ...away, connection: { state: 'offline' as const, lastSeenAt: null }, lastSeenAt: null }
    expect(standingOf([never], [])).toMatchObject({ tone: 'well', gone: 0 })
  })

  it('counts what the charge points do, charging first', () => {
    const running = sampleSessions(now)
    const ofStation = new Map(stations.map(({ id }) => [id, running.filter(({ stationId }) => stationId === id)]))
    const counts = countByStatus(named('CP_1', 'CP_2', 'CP_3'), ofStation)
    expect(counts[0]?.status).toBe('charging')
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(2)
    expect(countByStatus([], new Map())).toEqual([])
  })
})
