import type { Finding } from '@shared/contract/requests'
import { isClientId } from '@shared/devices/clientId'
import { ownTopics } from '@shared/devices/policy'
import { fillSentence } from '@shared/errors'
import { findings as findingWords } from '@shared/words/en/findings'
import { type ReadableRequest, readCertificationRequest, type UnreadableReason } from '../ca/certificationRequest'
import { RENEWAL_WINDOW_MS } from '../ca/desk/intake'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { digestOf, freshSecret } from '../secrets/secret'
import type { Store } from '../store/open'
import { type DeviceCertificateRow, deviceCertificates } from '../store/queries/deviceCertificates'
import {
  type DeviceRow,
  deviceByClaim,
  deviceByClientId,
  isStationName,
  renameDevice,
  setDeviceClaim,
} from '../store/queries/devices'
import { appendAudit } from '../store/queries/events'
import type { DeviceTokenRow } from '../store/queries/tokens'
import type { Devices, OwnDevice } from './devices'
import { readPolicy } from './deviceView'
import type { DeviceLimits } from './limits'
import { tokenActor } from './registration'

/** What the request desk does for devices. */
export interface DeskForDevices {
  /**
   * Takes a request in, or the same once more. `at-once`: it is decided now, in the name of a token; what blocks it, or
   * needs a person, keeps it waiting.
   */
  receive(request: {
    readonly device: DeviceRow
    readonly csr: string
    readonly remoteAddress: string
    /** Proved by a certificate of its own, and not by a token. */
    readonly byCertificate: boolean
    readonly atOnce: { readonly actor: string } | null
  }): Promise<{
    readonly status: 'approved' | 'pending' | 'rejected' | 'unreadable' | 'full'
    readonly findings: readonly Finding[]
  }>
}

export type CertificateOutcome =
  | { readonly kind: 'certificate'; readonly certificate: DeviceCertificateRow; readonly device: DeviceRow }
  /** The manager decides. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'too-many-waiting' }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }
  /** It asks for the name of somebody else. */
  | { readonly kind: 'other-name'; readonly name: string }
  /** It can not be signed, for these reasons, as sentences. */
  | { readonly kind: 'blocked'; readonly reasons: readonly string[] }
  | { readonly kind: Exclude<OwnDevice['kind'], 'device'> }

export type ProvisionOutcome =
  | { readonly kind: 'provisioned'; readonly clientId: string }
  | {
      readonly kind: 'unknown-claim' | 'unknown-template' | 'bad-client-id' | 'name-taken'
      /** Of the template, or the one that was asked for. */
      readonly name: string
    }

/** A certificate with what its device may do with it. */
export interface Granted {
  readonly subscriptions: readonly string[]
  readonly publications: readonly string[]
}

/** How devices come to their certificates. */
export interface Enrolment {
  /** Has the key of a request certified for a device. `by`: how the device proved itself. */
  certify(
    token: DeviceTokenRow,
    clientId: string,
    csr: string,
    from: { readonly remoteAddress: string; readonly byCertificate: boolean },
  ): Promise<CertificateOutcome>
  /** A secret with which the device's certificate can be claimed, once and for a time. */
  claim(deviceId: number): Promise<string>
  /** Claims a certificate, and takes the name that was asked for (AWS RegisterThing). */
  provision(token: DeviceTokenRow, claim: string, template: string, wanted: string | null): Promise<ProvisionOutcome>
  granted(device: DeviceRow): Granted
}

export interface EnrolmentDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly devices: Pick<Devices, 'own' | 'changed'>
  readonly desk: DeskForDevices
  readonly limits: Pick<DeviceLimits, 'claimMs'>
}

/** The request as PEM; some clients send base64 of the DER alone. */
export function asPem(csr: string): string {
  if (csr.includes('-----')) return csr
  return `-----BEGIN CERTIFICATE REQUEST-----\n${csr.trim()}\n-----END CERTIFICATE REQUEST-----\n`
}

function sentenceOf({ code, params }: Finding): string {
  const words: Readonly<Record<string, { readonly title: string }>> = findingWords
  return fillSentence(words[code]?.title ?? code, params)
}

export function createEnrolment(deps: EnrolmentDeps): Enrolment {
  const { store, clock, changes, devices, desk, limits } = deps
  const { read, writer } = store

  /** A name in the request that is somebody else's. Any other one, such as a maker's, is nobody's and is not copied. */
  const foreignName = ({ commonNames }: ReadableRequest, device: DeviceRow): string | undefined =>
    commonNames.find((name) => {
      if (name === device.client_id) return false
      const other = deviceByClientId(read, name)
      return (other !== undefined && other.id !== device.id) || isStationName(read, name)
    })

  const held = (device: DeviceRow, spkiSha256: string) =>
    deviceCertificates(read, device.id, clock()).find((row) => row.spki_sha256 === spkiSha256)

  return {
    async certify(token, clientId, text, { remoteAddress, byCertificate }) {
      const found = devices.own(token, clientId)
      if (found.kind !== 'device') return found
      const { device } = found
      const csr = asPem(text)
      const request = readCertificationRequest(csr)
      if (request.kind === 'unreadable') return { kind: 'unreadable', reason: request.reason }
      const foreign = foreignName(request, device)
      if (foreign !== undefined) return { kind: 'other-name', name: foreign }
      const certificate = held(device, request.spkiSha256)
      // Near its end the same key asks for the next one.
      if (certificate && certificate.not_after - clock() >= RENEWAL_WINDOW_MS)
        return { kind: 'certificate', certificate, device }
      const atOnce = token.signing === 'at-once' ? { actor: tokenActor(token) } : null
      const { status, findings } = await desk.receive({ device, csr, remoteAddress, byCertificate, atOnce })
      const signed = status === 'approved' ? held(device, request.spkiSha256) : undefined
      if (signed) return { kind: 'certificate', certificate: signed, device }
      if (status === 'rejected') return { kind: 'rejected' }
      if (status === 'full') return { kind: 'too-many-waiting' }
      const blocking = findings.filter(({ severity }) => severity === 'block')
      if (blocking.length > 0) return { kind: 'blocked', reasons: blocking.map(sentenceOf) }
      return { kind: 'waits' }
    },

    async claim(deviceId) {
      const secret = freshSecret()
      const until = clock() + limits.claimMs
      await writer.write((db) => setDeviceClaim(db, deviceId, digestOf(secret), until))
      return secret
    },

    async provision(token, claim, template, wanted) {
      if (template.toLowerCase() !== token.name.toLowerCase()) return { kind: 'unknown-template', name: template }
      const at = clock()
      const outcome = await writer.write((db): ProvisionOutcome & { readonly device?: DeviceRow } => {
        const device = deviceByClaim(db, token.id, digestOf(claim))
        if (!device || (device.claim_until ?? 0) <= at || device.state !== 'active')
          return { kind: 'unknown-claim', name: '' }
        const clientId = wanted ?? device.client_id
        if (clientId !== device.client_id) {
          if (!isClientId(clientId)) return { kind: 'bad-client-id', name: clientId }
          if (deviceByClientId(db, clientId) || isStationName(db, clientId))
            return { kind: 'name-taken', name: clientId }
          renameDevice(db, device.id, clientId)
          const detail = { clientId: [device.client_id, clientId] }
          appendAudit(db, { at, actor: tokenActor(token), action: 'device-changed', subject: clientId, detail })
        }
        setDeviceClaim(db, device.id, null, null)
        return { kind: 'provisioned', clientId, device }
      })
      const { device, ...told } = outcome
      if (device) {
        devices.changed(device.client_id, 'deleted')
        changes.emit('device', device.id)
        changes.emit('audit', 0)
      }
      return told
    },

    granted({ client_id: clientId, policy }) {
      const own = ownTopics(clientId)
      const more = readPolicy(policy)
      return { subscriptions: [...own.read, ...more.read], publications: [...own.write, ...more.write] }
    },
  }
}
