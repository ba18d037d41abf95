import { RENEWAL_LIMITS } from '@main/ca/renewals'
import { certificateStanding } from '@renderer/features/certificates/certificateStanding'
import { changeLines, shownValue } from '@renderer/features/events/changeLines'
import { securityEventName } from '@renderer/features/events/securityEventName'
import { events } from '@renderer/i18n/en/events'
import { AUDIT_FIELDS, differences } from '@shared/auditFields'
import { describe, expect, it } from 'vitest'

it('has words for the fields that changes tell of, and for no others', () => {
  expect(Object.keys(events.field)).toEqual([...AUDIT_FIELDS])
})

it('tells what differs, and nothing where nothing does', () => {
  const before = { label: 'A', tags: ['x'], blocked: false }
  const after = { label: 'B', tags: ['x'], blocked: false }
  expect(differences(['label', 'tags', 'blocked'], before, after)).toEqual({ label: ['A', 'B'] })
  expect(differences(['label', 'tags'], before, before)).toEqual({})
})

describe('changes', () => {
  it('tell before and after, facts, and nothing that says nothing', () => {
    const detail = { holder: ['Ada', 'Bea'], reason: 'lost', note: '', times: 0, gone: null }
    expect(changeLines({ action: 'card-changed', subject: '04A1', detail })).toEqual([
      { kind: 'change', field: 'holder', before: 'Ada', after: 'Bea' },
      { kind: 'fact', field: 'reason', value: 'lost' },
      { kind: 'fact', field: 'times', value: 0 },
    ])
  })
  it('do not take a list of two facts for before and after', () => {
    const detail = { findings: ['connection-open', 'first-request'], none: [], blocked: false, token: 'CN=1' }
    const lines = changeLines({ action: 'request-approved', subject: 'CN=1', detail })
    expect(lines).toEqual([{ kind: 'fact', field: 'findings', value: detail.findings }])
    const [open, first] = detail.findings.map((code) => ({ code, params: {} }))
    expect(shownValue('findings', detail.findings), 'as it was written at first').toEqual({
      kind: 'findings',
      findings: [open, first],
    })
    const found = { code: 'cn-differs', params: { found: 'CP_9' } }
    expect(shownValue('findings', [found])).toEqual({ kind: 'findings', findings: [found] })
  })
  it.each([
    ['blocked', true, { kind: 'yes' }],
    ['blocked', false, { kind: 'no' }],
    ['holder', '', { kind: 'nothing' }],
    ['validUntil', null, { kind: 'nothing' }],
    ['validUntil', 1_000, { kind: 'time', time: 1_000 }],
    ['times', 1_000, { kind: 'text', text: '1000' }],
    ['feePerMonth', { milliMinor: 5, currency: 'EUR' }, { kind: 'money', milliMinor: 5, currency: 'EUR' }],
    ['other', { a: 1 }, { kind: 'text', text: '{"a":1}' }],
  ])('show %s = %o', (field, value, shown) => {
    expect(shownValue(field, value)).toEqual(shown)
  })
})

describe('security events', () => {
  it.each([
    ['StartupOfTheDevice', 'StartupOfTheDevice'],
    ['FailedToAuthenticationAtCentralSystem', 'FailedToAuthenticateAtCsms'],
    ['InvalidChargePointCertificate', 'InvalidChargingStationCertificate'],
    ['SomethingOfTheVendor', null],
    ['toString', null],
    ['constructor', null],
  ])('%s is %s', (spelt, name) => {
    expect(securityEventName(spelt)).toBe(name)
  })
})

describe('certificate standing', () => {
  // From the moment on in which it is renewed.
  const { beforeMs } = RENEWAL_LIMITS
  it.each([
    ['valid', 0, beforeMs + 500, 499],
    ['ends-soon', 0, beforeMs + 500, 500],
    ['ends-soon', 0, 100, 100],
    ['ended', 0, 100, 101],
    ['not-yet-valid', 50, 100, 49],
  ])('is %s from %d to %d at %d', (standing, notBefore, notAfter, now) => {
    expect(certificateStanding({ notBefore, notAfter }, now)).toBe(standing)
    expect(certificateStanding({ notBefore, notAfter, revoked: true }, now)).toBe('revoked')
  })
})
