import type { DeviceRefusal } from '@shared/devices/deviceRefusal'
import type { DevicePolicy } from '@shared/devices/policy'
import type { AccessRefusal } from '@shared/ocpp/securityProfile'
import type { ShownCertificate } from '../access/certificateCheck'

/** A certificate that this site signed for a device's client. */
export interface DeviceCertificate {
  readonly clientId: string
  readonly pem: string
  readonly revoked: boolean
}

/** What is known of devices, from memory: asked at every connection, and of a policy once a topic and connection. */
export interface DeviceRecords {
  /** By the serial number, lower-case hex. */
  certificate(serialNumber: string): DeviceCertificate | undefined
  /** Undefined when there is no such client any more, or not yet. */
  policyOf(clientId: string): DevicePolicy | undefined
  /** The clients that may connect under this id, among them the one whose own it is. */
  clientsCalled(name: string): readonly string[]
  /**
   * Told whenever a client must not go on as it is: it was deleted, its certificate was revoked (`deleted`), or its
   * policy was changed (`policy`). @returns a function that ends the subscription
   */
  onChanged(listener: (clientId: string, why: 'deleted' | 'policy') => void): () => void
}

/** Who has proved itself with a certificate, or why it is not served. */
export type DeviceAdmission =
  | { readonly kind: 'client'; readonly clientId: string; readonly serialNumber: string; readonly notAfter: number }
  | {
      readonly kind: 'refused'
      readonly reason: DeviceRefusal | AccessRefusal
      /** What the sentence about it needs. */
      readonly data: Readonly<Record<string, string>>
      /** CN of the certificate, as a claim that nobody has checked; null without one. */
      readonly commonName: string | null
    }

/** What the broker asks before it lets a client in, write or read. */
export interface DeviceAccess {
  /** Null for a caller that showed no certificate. */
  admit(certificate: ShownCertificate | null): DeviceAdmission
  /** Whether the client may connect under this id. */
  mayBeCalled(clientId: string, otherId: string): boolean
  /** The clients that may connect under this id; empty when a session of that name is nobody's. */
  clientsCalled(name: string): readonly string[]
  mayPublish(clientId: string, topic: string): boolean
  /** Whether the client may subscribe to all that the filter matches; also asked of one topic before it is forwarded. */
  maySubscribe(clientId: string, filter: string): boolean
  /** Told of clients whose connections have to end at once. @returns a function that ends the subscription */
  onChanged: DeviceRecords['onChanged']
}
