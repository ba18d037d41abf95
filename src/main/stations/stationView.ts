import type { Connector, Station } from '@shared/contract/stations'
import type { StationRow } from '../store/queries/stations'
import type { ConnectionFacts } from './connection'

/** A station as it is shown. @param live its connection, while it has one */
export function toStation(row: StationRow, live: ConnectionFacts | undefined, connectors: Connector[]): Station {
  return {
    id: row.id,
    identity: row.identity,
    label: row.label,
    admission: row.admission,
    connection: live
      ? {
          state: 'online',
          since: live.since,
          protocol: live.protocol,
          remoteAddress: live.remoteAddress,
          transport: live.transport,
        }
      : { state: 'offline', lastSeenAt: row.last_seen_at },
    protocol: live?.protocol ?? row.protocol,
    vendor: row.vendor,
    model: row.model,
    serialNumber: row.serial_number,
    firmware: row.firmware,
    remoteAddress: row.remote_address,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    bootedAt: row.booted_at,
    connectors,
  }
}
