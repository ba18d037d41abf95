import type { Device } from '@shared/contract/devices'
import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import type { DeviceReport } from '@shared/devices/pushMessage'
import { powerNowW } from '@shared/ocpp/evseSays'

const isoTime = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** How a charger stands, with those of these sessions that run at it. */
export function stationReport(station: Station, running: readonly Session[]): DeviceReport {
  const sessions = running.filter(({ stationId }) => stationId === station.id)
  return {
    connected: station.connection.state === 'online',
    alias: station.label,
    connectors: station.connectors.map(({ evseId, connectorId, status }) => ({ evseId, connectorId, status })),
    sessions: sessions.map(({ transactionId, evseId, chargingState, powerW, energyWh, startedAt }) => ({
      transactionId,
      evseId,
      chargingState,
      powerW,
      energyWh,
      startedAt: isoTime(startedAt),
    })),
    powerW: sessions.reduce((sum, session) => sum + (powerNowW(session, station.connectors) ?? 0), 0),
  }
}

export function deviceReport(device: Device): DeviceReport {
  return { connected: device.connected, alias: device.label, connectors: [], sessions: [], powerW: 0 }
}
