import type { Stations } from '../stations/stations'
import type { WriteDb } from '../store/handles'
import type { OwnerRef } from '../store/queries/requests'
import type { IssuedClientCertificate } from './issue'

export type { OwnerRef }

/** What the desk knows of who asks. `online`: is connected now. */
export type Owner =
  | {
      readonly kind: 'station'
      readonly id: number
      /** Its identity. */
      readonly name: string
      /** As it told in its boot notification; null when it never did. */
      readonly serialNumber: string | null
      readonly vendor: string | null
      readonly model: string | null
      readonly remoteAddress: string | null
      readonly online: boolean
    }
  | {
      readonly kind: 'device'
      readonly id: number
      /** Its client id, which becomes the CN. */
      readonly name: string
      readonly model: string | null
      readonly remoteAddress: string | null
      readonly online: boolean
    }

/** A certificate that a device has got. */
export interface DeviceCertificate {
  readonly pem: string
  readonly spkiSha256: string
  readonly notAfter: number
  readonly isRevoked: boolean
}

/**
 * The devices as the desk sees them. Their certificates are kept by themselves: the desk examines, has it decided and
 * signs, and hands over what it signed.
 */
export interface DevicesAtDesk {
  of(deviceId: number): Extract<Owner, { kind: 'device' }> | undefined
  /** The newest certificate of a device; with a key, the newest for that key. */
  newestCertificate(deviceId: number, spkiSha256?: string): DeviceCertificate | undefined
  /** Names of devices that have this key in a certificate; `except` is left out of `used`, not of `revoked`. */
  withKey(
    spkiSha256: string,
    except: number | null,
  ): { readonly used: readonly string[]; readonly revoked: readonly string[] }
  /** Keeps a signed certificate, in the transaction that marks its request as approved. */
  keep(
    db: WriteDb,
    signed: {
      readonly deviceId: number
      readonly requestId: number
      readonly spkiSha256: string
      readonly issued: IssuedClientCertificate
      readonly at: number
    },
  ): void
  /** A certificate of the device is on disk, and can be handed out. */
  signed(deviceId: number): void
}

/** A site without devices. */
export const NO_DEVICES: DevicesAtDesk = {
  of: () => undefined,
  newestCertificate: () => undefined,
  withKey: () => ({ used: [], revoked: [] }),
  keep: () => {
    throw new Error('this site has no devices')
  },
  signed: () => {},
}

/** Everybody who may ask. */
export interface Owners {
  of(ref: OwnerRef): Owner | undefined
}

export function createOwners(
  stations: Pick<Stations, 'record' | 'connection'>,
  devices: Pick<DevicesAtDesk, 'of'>,
): Owners {
  return {
    of({ kind, id }) {
      if (kind === 'device') return devices.of(id)
      const station = stations.record(id)
      if (!station) return undefined
      const { vendor, model, remote_address: remoteAddress } = station.row
      return {
        kind: 'station',
        id,
        name: station.identity,
        serialNumber: station.serialNumber,
        vendor,
        model,
        remoteAddress,
        online: stations.connection(id) !== undefined,
      }
    },
  }
}

/** The CN of the owner's certificates; null as long as it is not known. */
export function commonNameOf(
  owner:
    | Pick<Extract<Owner, { kind: 'station' }>, 'kind' | 'serialNumber'>
    | Pick<Extract<Owner, { kind: 'device' }>, 'kind' | 'name'>,
): string | null {
  return owner.kind === 'station' ? owner.serialNumber : owner.name
}
