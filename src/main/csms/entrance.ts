import { fillSentence } from '@shared/errors'
import type { AccessRefusal } from '@shared/ocpp/securityProfile'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { Access } from '../access/access'
import type { SecurityEvents } from '../audit/securityEvents'
import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'
import { readBasic } from './listener/basic'
import type { Admitted, Refusal, Visitor } from './listener/door'

export interface EntranceDeps {
  readonly stations: Pick<Stations, 'arrive'>
  readonly access: Pick<Access, 'check'>
}

/** 401 asks for a login (RFC 9110 §15.5.2); what no login would change is 403. */
const STATUS: Readonly<Partial<Record<AccessRefusal, number>>> = {
  'no-password': 401,
  'wrong-user': 401,
  'wrong-password': 401,
  busy: 503,
}
const ASK_FOR_LOGIN = { 'WWW-Authenticate': 'Basic realm="OCPP", charset="UTF-8"' }

/** Decides about a caller before the upgrade: is it let in at all, and did it prove who it is as its profile asks (A00.FR.203). */
export function createEntrance({ stations, access }: EntranceDeps): (visitor: Visitor) => Promise<Refusal | Admitted> {
  return async (visitor) => {
    const { identity, remoteAddress, transport, certificate, authorization } = visitor
    const arrival = stations.arrive(identity, remoteAddress)
    if (arrival.kind === 'refused') {
      return { kind: 'out', status: 404, message: words.upgrade.refused, reason: 'refused-station', data: {} }
    }
    if (arrival.kind === 'too-many-waiting') {
      return { kind: 'out', status: 503, message: words.upgrade.tooManyWaiting, reason: 'too-many-waiting', data: {} }
    }
    const verdict = await access.check(arrival.station.id, {
      transport,
      remoteAddress,
      identity,
      basic: readBasic(authorization),
      certificate,
    })
    if (verdict.kind === 'in') {
      const { serialNumber } = verdict
      return {
        kind: 'in',
        authenticated: verdict.by !== 'nothing',
        ...(serialNumber === null ? {} : { certificateSerialNumber: serialNumber }),
      }
    }
    const { reason, profile } = verdict
    const data = { ...verdict.data, profile: String(profile) }
    const status = STATUS[reason] ?? 403
    const message = fillSentence(words.access[reason], data)
    return { kind: 'out', status, message, reason, data, ...(status === 401 ? { headers: ASK_FOR_LOGIN } : {}) }
  }
}

/** A00.FR.408: the station has shown a certificate that it can not be let in with. */
export function certificateRefusalEvent(
  deps: { readonly securityEvents: SecurityEvents; readonly clock: Clock },
  stationId: number,
  message: string,
): Promise<void> {
  const at = deps.clock()
  const type = 'InvalidChargingStationCertificate'
  return deps.securityEvents.report({ stationId, type, detail: message, occurredAt: at, receivedAt: at })
}
