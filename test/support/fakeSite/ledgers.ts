import type { AuditEntry, AuthorizationRecord } from '@shared/contract/events'
import type { CertificateSummary } from '@shared/contract/requests'
import type { Reading } from '@shared/contract/sessions'
import type { z } from 'zod'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const colons = (start: number) =>
  Array.from({ length: 32 }, (_, byte) => ((byte * 7 + start) % 256).toString(16).padStart(2, '0')).join(':')

const ORGANISATION = 'O=Mill Lane Ltd'
export const PEM = '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIQc2FtcGxl\n-----END CERTIFICATE-----\n'

/** Root and issuing CA of the fake site; the PEM is not a real certificate. */
export const sampleAuthority = (now: number) => {
  const root: CertificateSummary = {
    subject: `CN=Mill Lane depot root, ${ORGANISATION}`,
    issuer: `CN=Mill Lane depot root, ${ORGANISATION}`,
    serialNumber: '5ad1c0ffee0102030405060708090a0b',
    notBefore: now - 40 * DAY,
    notAfter: now + 20 * 365 * DAY,
    keyDescription: 'EC P-256',
    sha256: colons(3),
  }
  const issuing = { ...root, subject: `CN=Mill Lane depot issuing CA, ${ORGANISATION}`, sha256: colons(90) }
  return { root: { ...root, pem: PEM }, issuing: { ...issuing, notAfter: now + 10 * 365 * DAY, pem: PEM } }
}

/** Readings of a session that began `minutes` ago: a rise, a plateau with a pause in it, and a slow end. */
export function sampleReadings(now: number, minutes: number): z.infer<typeof Reading>[] {
  let energyWh = 120_000
  return Array.from({ length: minutes + 1 }, (_, minute) => {
    const paused = minute > 18 && minute < 23
    const powerW = paused ? 0 : Math.round(Math.min(7_360, 900 * minute) * (minute > 34 ? 0.8 : 1))
    energyWh += powerW / 60
    return { at: now - (minutes - minute) * MINUTE, energyWh: Math.round(energyWh), powerW }
  })
}

export const sampleAudit = (now: number): AuditEntry[] => {
  const entry = (id: number, part: Pick<AuditEntry, 'action' | 'subject' | 'detail'>): AuditEntry => ({
    id,
    at: now - (20 - id) * 37 * MINUTE,
    actor: 'manager',
    ...part,
  })
  return [
    entry(1, { action: 'site-set-up', subject: 'Mill Lane depot', detail: { organisation: 'Mill Lane Ltd' } }),
    entry(2, { action: 'station-admitted', subject: 'CP_1', detail: { vendor: 'Example Power', model: 'Post 22' } }),
    entry(3, { action: 'card-enrolled', subject: 'AA12345', detail: { holder: 'Anna Berg', blocked: false } }),
    entry(4, {
      action: 'card-changed',
      subject: 'AA12345',
      detail: { holder: ['Anna Berg', 'Anna Berg-Lund'], validUntil: [null, now + 90 * DAY], blocked: [false, true] },
    }),
    entry(5, {
      action: 'request-rejected',
      subject: `CN=EP-22009, ${ORGANISATION}`,
      detail: { station: 'CP_9', reason: 'The station was moved to another site.' },
    }),
  ]
}

export const sampleAuthorizations = (now: number): AuthorizationRecord[] =>
  (['accepted', 'blocked', 'expired', 'not-yet-valid', 'unknown'] as const).map((status, index) => ({
    id: index + 1,
    at: now - (6 - index) * 11 * MINUTE,
    stationId: 1 + (index % 3),
    stationIdentity: `CP_${1 + (index % 3)}`,
    token: `AA1234${index}`,
    tokenType: index % 3 === 1 ? null : 'ISO14443',
    status,
    reason: null,
  }))
