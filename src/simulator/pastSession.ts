import type { IdToken } from '@shared/ocpp/idToken'
import { advance, isFull, type MeterLimits, type MeterState, newVehicle, read, switchOff } from './meter'
import type { ChargingState, Moment } from './session'

/** A session of a time when there was no link: it is told afterwards (E04, E12). */
export interface PastSession {
  readonly token: IdToken
  readonly startedAt: Date
  /** How long the vehicle stood there, seconds. */
  readonly seconds: number
  /** What the vehicle took before it was full, Wh. */
  readonly needWh: number
}

/** A moment of it, with what the session did from then on. */
export type PastMoment = Moment & { readonly state: ChargingState }

/** Seconds between two readings that were kept. */
const READING_SECONDS = 900

/** What the charger kept of it, in the order in which it happened, and the meter after it. Pure. */
export function pastMoments(
  { token, startedAt, seconds, needWh }: PastSession,
  before: MeterState,
  limits: Omit<MeterLimits, 'needWh'>,
): { readonly moments: readonly PastMoment[]; readonly meter: MeterState } {
  const own = { ...limits, needWh }
  let meter = newVehicle(before)
  let state = 'EVConnected' as ChargingState
  const moments: PastMoment[] = []
  const common = (after: number) => ({
    at: new Date(startedAt.getTime() + after * 1000),
    reading: read(meter, limits.phases),
    offline: true,
    state,
  })
  const become = (after: number, next: ChargingState) => {
    state = next
    moments.push({ ...common(after), kind: 'state' })
  }

  moments.push({ ...common(0), kind: 'started', trigger: 'Authorized', remoteStartId: null })
  become(0, 'Charging')
  for (let after = READING_SECONDS; after < seconds && state === 'Charging'; after += READING_SECONDS) {
    meter = advance(meter, READING_SECONDS, own)
    moments.push({ ...common(after), kind: 'meter', cause: 'interval' })
    if (isFull(meter, own)) become(after, 'SuspendedEV')
  }
  if (state === 'Charging') meter = advance(meter, seconds % READING_SECONDS || READING_SECONDS, own)
  meter = switchOff(meter)
  moments.push({ ...common(seconds), kind: 'ended', reason: 'local', stoppedBy: token })
  return { moments, meter }
}
