import type { Station } from '@shared/contract/stations'

/** A station that was admitted and has told nothing of itself yet, but for `some`. */
export function blankStation(id: number, identity: string, some: Partial<Station> = {}): Station {
  return {
    id,
    identity,
    label: '',
    admission: 'admitted',
    connection: { state: 'offline', lastSeenAt: null },
    protocol: null,
    vendor: null,
    model: null,
    serialNumber: null,
    firmware: null,
    remoteAddress: null,
    firstSeenAt: null,
    lastSeenAt: null,
    bootedAt: null,
    connectors: [],
    ...some,
  }
}
