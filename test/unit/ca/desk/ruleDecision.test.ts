import { readCertificationRequest } from '@main/ca/certificationRequest'
import type { ExaminationFacts } from '@main/ca/checks/facts'
import { profileOf, reasonsAgainst, ruleFor } from '@main/ca/desk/ruleDecision'
import { RULE_REASONS, type RuleReason } from '@shared/contract/deskRules'
import type { Finding } from '@shared/contract/requests'
import { describe, expect, test } from 'vitest'
import { ORGANISATION, requestPem, SERIAL_NUMBER } from '../../../support/certificationRequests'

const request = readCertificationRequest(requestPem())
if (request.kind !== 'readable') throw new Error(request.reason)

const facts: ExaminationFacts = {
  request,
  possession: true,
  owner: { kind: 'station', name: 'CP_3', serialNumber: SERIAL_NUMBER },
  profile: 'station',
  organisation: ORGANISATION,
  otherUsesOfKey: [],
  previous: {
    live: true,
    spkiSha256: '00'.repeat(32),
    subject: `O=${ORGANISATION}, CN=${SERIAL_NUMBER}`,
    keyDescription: 'EC P-256',
    notAfter: 1,
  },
  connection: {
    transport: 'wss',
    authenticated: true,
    byCertificate: true,
    remoteAddress: '192.0.2.7',
    protocol: 'ocpp2.0.1',
  },
  certificateType: null,
  validity: { kind: 'whole', notBefore: 0, notAfter: 1 },
  room: null,
  rootAsked: null,
}
const good: Finding = { code: 'possession-proven', severity: 'ok', params: {}, requirement: '' }
const RULE = {
  conditions: {
    asker: 'station',
    renewal: true,
    sameKeyKind: true,
    newKey: true,
    sameSubject: true,
    profile: 3,
  },
  perDay: 5,
} as const

const previous = (change: Partial<NonNullable<ExaminationFacts['previous']>>) =>
  facts.previous && { previous: { ...facts.previous, ...change } }

/** Each way in which the request does not fulfil the rule. */
const AGAINST: [RuleReason, Partial<ExaminationFacts> | null, Finding['severity'], number][] = [
  ['findings', {}, 'note', 0],
  ['findings', {}, 'warn', 0],
  ['findings', {}, 'block', 0],
  ['asker', { owner: { kind: 'device', name: 'gateway' } }, 'ok', 0],
  ['no-renewal', previous({ live: false }), 'ok', 0],
  ['other-key-kind', previous({ keyDescription: 'RSA 2048' }), 'ok', 0],
  ['same-key', previous({ spkiSha256: request.spkiSha256 }), 'ok', 0],
  ['other-subject', previous({ subject: 'CN=SN-1' }), 'ok', 0],
  ['profile', { connection: { ...facts.connection, byCertificate: false } }, 'ok', 0],
  ['day-full', {}, 'ok', 5],
]

describe('a rule', () => {
  test('approves what fulfils all of it, up to the last of the day', () => {
    expect(reasonsAgainst(RULE, { facts, findings: [good] }, 0)).toEqual([])
    expect(reasonsAgainst(RULE, { facts, findings: [good] }, 4)).toEqual([])
  })

  test.each(AGAINST)('leaves to the manager for the reason “%s”', (reason, change, severity, used) => {
    const findings = [good, { ...good, severity }]
    expect(reasonsAgainst(RULE, { facts: { ...facts, ...change }, findings }, used)).toEqual([reason])
  })

  test('has a test for every reason', () => {
    expect(new Set(AGAINST.map(([reason]) => reason))).toEqual(new Set(RULE_REASONS))
  })

  test('without conditions asks for good findings only, and tells all that is against it at once', () => {
    const open = {
      conditions: {
        asker: 'station',
        renewal: false,
        sameKeyKind: false,
        newKey: false,
        sameSubject: false,
        profile: 0,
      },
      perDay: 1,
    } as const
    const first = { facts: { ...facts, previous: null }, findings: [good] }
    expect(reasonsAgainst(open, first, 0)).toEqual([])
    expect(reasonsAgainst(RULE, first, 9)).toEqual(['no-renewal', 'other-key-kind', 'other-subject', 'day-full'])
  })

  test('comes before another one that would do as well', () => {
    const rules = [
      { ...RULE, name: 'full', usedToday: 5 },
      { ...RULE, name: 'first', usedToday: 0 },
      { ...RULE, name: 'second', usedToday: 0 },
    ]
    expect(ruleFor(rules, { facts, findings: [good] })?.name).toBe('first')
    expect(ruleFor(rules, { facts, findings: [{ ...good, severity: 'note' }] })).toBeUndefined()
  })
})

test.each([
  [{ transport: 'ws', authenticated: false, byCertificate: false }, 0],
  [{ transport: 'wss', authenticated: false, byCertificate: false }, 0],
  [{ transport: 'ws', authenticated: true, byCertificate: false }, 1],
  [{ transport: 'wss', authenticated: true, byCertificate: false }, 2],
  [{ transport: 'wss', authenticated: true, byCertificate: true }, 3],
] as const)('a connection %j proves as much as profile %i', (connection, profile) => {
  expect(profileOf({ ...facts.connection, ...connection })).toBe(profile)
})
