import type { ConnectorStatus } from '@shared/ocpp/station'
import { type MeterState, newMeter } from './meter'
import type { Session } from './session'

/** What can be wrong with a connector: the error codes of 1.6; 2.0.1 only says Faulted. */
export const FAULT_CODES = [
  'ConnectorLockFailure',
  'EVCommunicationError',
  'GroundFailure',
  'HighTemperature',
  'InternalError',
  'OtherError',
  'OverCurrentFailure',
  'OverVoltage',
  'PowerMeterFailure',
  'PowerSwitchFailure',
  'ReaderFailure',
  'UnderVoltage',
  'WeakSignal',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** One EVSE with its one connector. */
export interface Evse {
  readonly id: number
  plugged: boolean
  /** The driver came with the card and takes the cable along when the session ends. */
  unplugsItself: boolean
  operative: boolean
  /** Becomes inoperative when the running session has ended. */
  inoperativeSoon: boolean
  fault: FaultCode | null
  /** The session pauses since the limit is 0. */
  heldByLimit: boolean
  /** Reserved: the reservation's id. */
  reservation: number | null
  /** Someone is at it: a card is being checked. */
  busy: boolean
  session: Session | null
  /** The last session ended and the cable is still in. */
  finishing: boolean
  meter: MeterState
  /** Up to when the meter has been advanced. */
  meterAt: Date
}

export function newEvse(id: number, registerWh: number, now: Date): Evse {
  return {
    id,
    plugged: false,
    unplugsItself: false,
    operative: true,
    inoperativeSoon: false,
    fault: null,
    heldByLimit: false,
    reservation: null,
    busy: false,
    session: null,
    finishing: false,
    meter: newMeter(registerWh),
    meterAt: now,
  }
}

/** What the connector is doing, in the words all versions share. */
export function connectorStatus(evse: Evse): ConnectorStatus {
  if (evse.fault) return 'faulted'
  if (!evse.operative) return 'unavailable'
  if (evse.session) {
    if (evse.session.state === 'Charging') return 'charging'
    return evse.session.state === 'EVConnected' ? 'preparing' : 'suspended'
  }
  if (evse.finishing) return 'finishing'
  if (evse.plugged || evse.busy) return 'preparing'
  return evse.reservation === null ? 'available' : 'reserved'
}
