import type { Clock } from '../../clock'
import { SERVER_VALID_MS } from '../leafProfiles'
import type { ServerCredentials } from './serverCredentials'
import { type ServerNames, sameNames } from './serverNames'

const HOUR = 3_600_000

/** How long server certificates live, and when they are looked after. Times in milliseconds. */
export interface ServerCertificateLimits {
  /** How long a certificate lives; see its profile. */
  readonly validMs: number
  /** So long before its end it is renewed. */
  readonly renewBeforeMs: number
  /** How often its end and this computer's addresses are looked at. */
  readonly lookEveryMs: number
}

export const SERVER_CERTIFICATE_LIMITS: ServerCertificateLimits = {
  validMs: SERVER_VALID_MS,
  renewBeforeMs: 3 * 24 * HOUR,
  lookEveryMs: 30_000,
}

export interface RenewalOptions<Credentials extends ServerCredentials> {
  readonly clock: Clock
  readonly limits: ServerCertificateLimits
  /** What is served now. */
  readonly first: Credentials
  /** Under what this computer is reached at this moment. */
  readonly names: () => ServerNames
  readonly make: (names: ServerNames) => Promise<Credentials>
  /** Whether what is served no longer is what the authority stands for. */
  readonly isOutdated?: (served: Credentials) => boolean
  /** Serves new ones from now on. */
  readonly swap: (credentials: Credentials) => void
  readonly onFailure: (error: unknown) => void
}

/** Keeps the certificates of a TLS server fresh: before their end, when this computer got other addresses, and when the authority changed. */
export interface Renewal {
  /** Looks now; resolves when what had to be renewed is served. What fails is told, and tried again at the next look. */
  look(): Promise<void>
  stop(): void
}

/** Looks in turns from now on until it is stopped. The computer may have slept: only the clock says how late it is. */
export function startRenewal<Credentials extends ServerCredentials>(options: RenewalOptions<Credentials>): Renewal {
  const { clock, limits, names, make, swap, onFailure } = options
  let served = options.first
  let under: Promise<void> | null = null
  let stopped = false

  const renew = async () => {
    const wanted = names()
    const late = clock() >= served.notAfter - Math.min(limits.renewBeforeMs, limits.validMs / 2)
    if (!late && sameNames(wanted, served.names) && options.isOutdated?.(served) !== true) return
    const made = await make(wanted)
    if (stopped) return
    swap(made)
    served = made
  }
  const look = () => {
    under ??= renew()
      .catch(onFailure)
      .finally(() => {
        under = null
      })
    return under
  }
  const timer = setInterval(look, limits.lookEveryMs)
  timer.unref()
  return {
    look,
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}
