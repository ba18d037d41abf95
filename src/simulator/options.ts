import type { Protocol } from '@shared/ocpp/station'
import { type BackOff, DEFAULT_BACK_OFF } from './backOff'
import { type Environment, realEnvironment } from './environment'
import type { KeyType } from './pki/keys'

export const VERSIONS = ['1.6', '2.0.1', '2.1'] as const
export type Version = (typeof VERSIONS)[number]

/** What a charger is made of. Everything but `url`, `identity` and `version` has a default. */
export interface ChargerOptions {
  /** Base of the server's address, `ws://host:port` or `wss://…`, with a path if it has one; the identity is appended. */
  readonly url: string
  readonly identity: string
  readonly version: Version
  readonly vendor?: string
  readonly model?: string
  /** At most 25 characters; becomes the CN of certificate requests. Default: the identity. */
  readonly serialNumber?: string
  readonly firmware?: string
  /** Number of EVSEs, one connector each. Default 1. */
  readonly evses?: number
  /** O of certificate requests (SecurityCtrlr.OrganizationName, 1.6 CpoName). The server may change it. */
  readonly organisation?: string
  /** Basic authentication: the password, sent as UTF-8 with the identity as user name. */
  readonly password?: string
  /** For wss: roots that it is delivered with (PEM); the server can list and delete them. Without it the system's count. */
  readonly trustedRoots?: readonly string[]
  /**
   * The root that its own certificates have to lead to (PEM); when it has roots to know its server by, one of those.
   * Without it any root will do.
   */
  readonly certificateRoot?: string
  /** A new root for its server has to be signed by the one before, and takes its place. Default false. */
  readonly additionalRootCheck?: boolean
  readonly keyType?: KeyType
  /** Longest chain it takes, characters of PEM (MaxCertificateChainSize). Default 10,000. */
  readonly maxChainSize?: number
  /** Subprotocols offered, in this order. Default: the one of `version`. */
  readonly protocols?: readonly string[]
  readonly meterIntervalSeconds?: number
  /** Full power, W. Default 11,000 on three phases. */
  readonly powerW?: number
  readonly phases?: 1 | 3
  /** What a vehicle takes before it is full, Wh. Default 40,000. */
  readonly vehicleNeedWh?: number
  /** Energy register at the beginning, Wh. */
  readonly registerWh?: number
  /** How many seconds of charging pass in the meter in one second of the clock. Timestamps stay real. Default 1. */
  readonly speed?: number
  readonly backOff?: BackOff
  /** Seconds before the next BootNotification when the server names no interval or gives no proper answer. */
  readonly bootRetrySeconds?: number
  /** Never boots, tells nothing by itself, sends no heartbeats: takes itself for accepted as soon as it is connected. */
  readonly skipBoot?: boolean
  readonly callTimeoutSeconds?: number
  readonly handshakeTimeoutSeconds?: number
  /** MessageAttempts and MessageAttemptInterval of transaction messages (1.6: TransactionMessageAttempts, …RetryInterval). */
  readonly messageAttempts?: number
  readonly messageAttemptSeconds?: number
  /** Messages kept while they can't be delivered. Default 1,000. */
  readonly queueCapacity?: number
  /** Lets any card charge while there is no link (AllowOfflineTxForUnknownId). Default true. */
  readonly allowOfflineCards?: boolean
  /** Asks again for a certificate when none came, first after this long, doubling (A02.FR.17/18). Default 300. */
  readonly certSigningWaitSeconds?: number
  /** How often it asks again before it waits for a trigger (A02.FR.19). Default 2. */
  readonly certSigningRepeats?: number
  /** Seconds a firmware installation takes. Default 0. */
  readonly firmwareInstallSeconds?: number
  /** Events kept for `waitFor(…, { from: 'history' })`. Default 500. */
  readonly historyLimit?: number
  readonly environment?: Partial<Environment>
}

/** The options with every default filled in. */
export type Settings = Omit<
  Required<ChargerOptions>,
  'password' | 'trustedRoots' | 'certificateRoot' | 'environment'
> & {
  readonly password: string | null
  readonly trustedRoots: readonly string[] | null
  readonly certificateRoot: string | null
  readonly environment: Environment
}

export const PROTOCOL_OF: Readonly<Record<Version, Protocol>> = {
  '1.6': 'ocpp1.6',
  '2.0.1': 'ocpp2.0.1',
  '2.1': 'ocpp2.1',
}

/** Longest serial number either version has room for. */
const SERIAL_MAX = 25

/** Fills in the defaults. */
export function settle(options: ChargerOptions): Settings {
  return {
    vendor: 'Chargehand',
    model: 'Virtual charger',
    serialNumber: options.identity.slice(0, SERIAL_MAX),
    firmware: '1.0.0',
    evses: 1,
    organisation: 'Chargehand',
    additionalRootCheck: false,
    keyType: 'EC',
    maxChainSize: 10_000,
    protocols: [PROTOCOL_OF[options.version]],
    meterIntervalSeconds: 60,
    powerW: 11_000,
    phases: 3,
    vehicleNeedWh: 40_000,
    registerWh: 0,
    speed: 1,
    backOff: DEFAULT_BACK_OFF,
    bootRetrySeconds: 30,
    skipBoot: false,
    callTimeoutSeconds: 30,
    handshakeTimeoutSeconds: 15,
    messageAttempts: 3,
    messageAttemptSeconds: 60,
    queueCapacity: 1000,
    allowOfflineCards: true,
    certSigningWaitSeconds: 300,
    certSigningRepeats: 2,
    firmwareInstallSeconds: 0,
    historyLimit: 500,
    ...withoutUndefined(options),
    password: options.password ?? null,
    trustedRoots: options.trustedRoots ?? null,
    certificateRoot: options.certificateRoot ?? null,
    environment: { ...realEnvironment, ...options.environment },
  }
}

/** An option given as undefined means its default. */
function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T
}

/** The address a charger connects to: base, slash, percent-encoded identity. */
export function endpoint(url: string, identity: string): string {
  return `${url.replace(/\/+$/, '')}/${encodeURIComponent(identity)}`
}
