/** Longest request that is read, in characters: an RSA key of 8,192 bits in PEM has room in it. */
export const CSR_MAX = 12_000

/** Every limit of devices' enrolment, by name. Times in milliseconds. */
export interface DeviceLimits {
  /** Longest body of a call, in bytes. */
  readonly bodyBytes: number
  /** How long a call may take to come and be answered; then its connection is ended. */
  readonly callMs: number
  /** Calls that are answered at the same time; beyond it they are told to come back. */
  readonly callsAtOnce: number
  /** Calls of one address in `callsMs`. */
  readonly callsPerAddress: number
  readonly callsMs: number
  /** Devices in all, also those that are gone. */
  readonly devices: number
  /** Devices that have no certificate yet; beyond it no further one may register. */
  readonly waitingDevices: number
  /** Certificates of one device that count at the same time; a further one takes the place of the oldest. */
  readonly certificatesPerDevice: number
  /** Tokens that may be made, also those that were ended. */
  readonly tokens: number
  /** What one device may want to be told of. */
  readonly subscriptionsPerDevice: number
  /** How long a certificate waits to be claimed (AWS fleet provisioning). */
  readonly claimMs: number
  /** When a device whose request waits is to ask again, in seconds. */
  readonly retryAfterS: number
}

export const DEVICE_LIMITS: DeviceLimits = {
  bodyBytes: 16 * 1024,
  callMs: 15_000,
  callsAtOnce: 32,
  callsPerAddress: 300,
  callsMs: 60_000,
  devices: 2_000,
  waitingDevices: 500,
  certificatesPerDevice: 3,
  tokens: 500,
  subscriptionsPerDevice: 500,
  claimMs: 60 * 60_000,
  retryAfterS: 30,
}
