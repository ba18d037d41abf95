import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { CommandResult, StationLinks } from '../stations/commands'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import {
  type CertificateRow,
  certificateById,
  type DeliveryState,
  setDelivery,
  stationsToDeliverTo,
  undeliveredOf,
} from '../store/queries/certificates'
import { appendAudit } from '../store/queries/events'
import { requestById } from '../store/queries/requests'
import { describeCertificate } from './chain'

/** Brings signed certificates to their stations, and keeps what the stations say to them. */
export interface Delivery {
  /** Sends a certificate if its station is connected; gives the state right after that. The answer is awaited apart. */
  deliver(certificateId: number): Promise<DeliveryState>
  /** A station is connected and can be spoken to: it gets what it has not answered to yet. */
  stationReady(stationId: number): Promise<void>
}

export interface DeliveryDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Stations
  readonly links: StationLinks
  /** The chain that a certificate goes out with, where that is not the one that it was stored with. */
  readonly chainFor?: (certificate: CertificateRow) => string
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
}

export function createDelivery(deps: DeliveryDeps): Delivery {
  const { store, clock, changes, stations, links, onFailure } = deps
  const underWay = new Set<number>()
  /** Wanted while an earlier sending still waited for its answer: the station came back, or asked once more. */
  const wantedAgain = new Set<number>()
  /**
   * Stations that may have certificates to get. When a thousand come back at once, a look into the database for each
   * would cost more than everything else about them.
   */
  const mayWait = new Set(stationsToDeliverTo(store.read))

  const note = async (certificate: CertificateRow, state: DeliveryState, detail: string | null) => {
    const at = clock()
    const answered = state === 'accepted' || state === 'refused'
    await store.writer.write((db) => {
      setDelivery(db, certificate.id, state, at, detail)
      if (!answered) return
      const identity = stations.record(certificate.station_id)?.identity ?? ''
      appendAudit(db, {
        at,
        actor: identity,
        action: state === 'accepted' ? 'certificate-accepted' : 'certificate-refused',
        subject: describeCertificate(certificate.pem).subject,
        detail: { station: identity, serialNumber: certificate.serial_number, answer: detail },
      })
    })
    changes.emit('certificate', certificate.id)
    changes.emit('request', certificate.request_id)
    if (answered) changes.emit('audit', 0)
  }

  const send = async (certificate: CertificateRow) => {
    const request = requestById(store.read, certificate.request_id)
    const result = await links.send(certificate.station_id, 'deliver-certificate', {
      chainPem: deps.chainFor?.(certificate) ?? certificate.chain_pem,
      certificateType: request?.certificate_type ?? null,
      stationRequestId: request?.station_request_id ?? null,
    })
    const { state, detail } = toState(result)
    await note(certificate, state, detail)
    return state
  }

  const deliver = async (certificateId: number): Promise<DeliveryState> => {
    const certificate = certificateById(store.read, certificateId)
    if (!certificate) return 'waiting'
    // What nobody accepts any more is not handed out either.
    if (certificate.revoked_at !== null) return certificate.delivery
    mayWait.add(certificate.station_id)
    if (underWay.has(certificateId)) {
      wantedAgain.add(certificateId)
      return 'sent'
    }
    if (!stations.connection(certificate.station_id)) {
      if (certificate.delivery !== 'waiting') await note(certificate, 'waiting', null)
      return 'waiting'
    }
    underWay.add(certificateId)
    try {
      // Written before it goes out: a program that ends in between knows that the station may have it.
      await note(certificate, 'sent', null)
    } catch (error) {
      underWay.delete(certificateId)
      throw error
    }
    sendAgainIfLost(certificate).catch(onFailure)
    return 'sent'
  }

  const sendAgainIfLost = async (certificate: CertificateRow) => {
    let state: DeliveryState = 'unanswered'
    try {
      state = await send(certificate)
    } finally {
      underWay.delete(certificate.id)
      const again = wantedAgain.delete(certificate.id)
      // What was lost with an old connection goes out on the one that has taken its place, not at the next but one.
      if (again && (state === 'unanswered' || state === 'waiting')) await deliver(certificate.id)
    }
  }

  return {
    deliver,
    async stationReady(stationId) {
      if (!mayWait.has(stationId)) return
      const undelivered = undeliveredOf(store.read, stationId)
      if (undelivered.length === 0) mayWait.delete(stationId)
      for (const certificate of undelivered) {
        if (certificate.not_after > clock()) await deliver(certificate.id)
      }
    },
  }
}

function toState(result: CommandResult<'deliver-certificate'>): { state: DeliveryState; detail: string | null } {
  switch (result.kind) {
    case 'answered':
      return { state: result.outcome.kind, detail: result.outcome.detail }
    case 'offline':
      return { state: 'waiting', detail: null }
    case 'no-answer':
      return { state: 'unanswered', detail: null }
    case 'error':
      return { state: 'refused', detail: [result.code, result.description].filter(Boolean).join(': ') }
  }
}
