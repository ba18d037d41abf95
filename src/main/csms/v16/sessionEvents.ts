import type {
  MeterValuesRequest,
  StartTransactionRequest,
  StopTransactionRequest,
} from 'typed-ocpp/dist/ocpp16/types.js'
import { toReadings } from '../../sessions/sample'
import type { SessionEvent } from '../../sessions/sessionEvent'
import { readTime } from '../timestamp'
import { toSamples } from './samples'

/** What the messages of a 1.6 transaction say of its session, in neutral words. Pure; payloads have been validated. */
export function started(request: StartTransactionRequest): SessionEvent {
  const at = readTime(request.timestamp)
  return {
    phase: 'started',
    at,
    seqNo: null,
    evseId: request.connectorId,
    connectorId: 1,
    token: { value: request.idTag, type: null },
    chargingState: null,
    readings: [{ at, energyWh: request.meterStart, powerW: null }],
    stopReason: null,
    stops: false,
  }
}

export function metered(request: MeterValuesRequest, receivedAt: number): SessionEvent {
  const readings = toReadings(toSamples(request.meterValue))
  return {
    phase: 'updated',
    at: readings.at(-1)?.at ?? receivedAt,
    seqNo: null,
    evseId: request.connectorId,
    connectorId: 1,
    token: null,
    chargingState: null,
    readings,
    stopReason: null,
    stops: false,
  }
}

export function stopped(request: StopTransactionRequest): SessionEvent {
  const at = readTime(request.timestamp)
  return {
    phase: 'ended',
    at,
    seqNo: null,
    evseId: null,
    connectorId: null,
    token: request.idTag ? { value: request.idTag, type: null } : null,
    chargingState: null,
    readings: [
      ...toReadings(toSamples(request.transactionData ?? [])),
      { at, energyWh: request.meterStop, powerW: null },
    ],
    stopReason: request.reason ?? 'Local',
    stops: true,
  }
}
