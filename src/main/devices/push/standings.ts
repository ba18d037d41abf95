import type { Device } from '@shared/contract/devices'
import type { DeviceReport, PushMessage } from '@shared/devices/pushMessage'
import type { Sessions } from '../../sessions/sessions'
import type { Stations } from '../../stations/stations'
import type { Devices } from '../devices'
import { deviceReport, stationReport } from './report'

/** How a charger or device stands. */
export interface Standing {
  readonly report: DeviceReport
  readonly type: PushMessage['deviceType']
}

export interface StandingsDeps {
  readonly stations: Pick<Stations, 'viewAll'>
  readonly sessions: Pick<Sessions, 'running'>
  readonly devices: Pick<Devices, 'list'>
}

export function isServed({ state }: Pick<Device, 'state'>): boolean {
  return state === 'active' || state === 'waiting'
}

/** How the chargers that are admitted and the devices that are served stand now, by their names. */
export function standingsNow({ stations, sessions, devices }: StandingsDeps): Map<string, Standing> {
  const running = sessions.running()
  const found = new Map<string, Standing>()
  for (const station of stations.viewAll()) {
    if (station.admission !== 'admitted') continue
    found.set(station.identity, { report: stationReport(station, running), type: 'charger' })
  }
  for (const device of devices.list()) {
    if (isServed(device)) found.set(device.clientId, { report: deviceReport(device), type: 'device' })
  }
  return found
}
