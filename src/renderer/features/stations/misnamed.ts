import type { Station } from '@shared/contract/stations'

/** A name as people mistake one for another: case, dots and dashes, and zeros before a number. */
function bare(identity: string): string {
  return identity
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
}

/**
 * Whether a caller that waits to join is most likely a station of the site that is away, under a name that was typed
 * otherwise: it tells the same serial number, or its name differs in what people mistake only.
 */
function isLikely(caller: Station, station: Station): boolean {
  if (caller.serialNumber !== null && station.serialNumber !== null) return caller.serialNumber === station.serialNumber
  return bare(caller.identity) === bare(station.identity)
}

/** The station that a caller which waits most likely is; null where none comes to mind. */
export function stationMeantBy(caller: Station, stations: readonly Station[]): Station | null {
  return stations.find((station) => isAway(station) && isLikely(caller, station)) ?? null
}

/** The callers that wait and most likely are this station. */
export function callersMeaning(station: Station, stations: readonly Station[]): Station[] {
  if (!isAway(station)) return []
  return stations.filter((caller) => caller.admission === 'waiting' && isLikely(caller, station))
}

function isAway({ admission, connection }: Station): boolean {
  return admission === 'admitted' && connection.state === 'offline'
}
