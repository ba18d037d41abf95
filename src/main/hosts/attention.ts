import type { FeedEvent } from '@shared/contract/feed'
import type { Station } from '@shared/contract/stations'
import type { Told } from '@shared/told'

/** Something that a person who is not at the console is told of. */
export type Attention =
  | { readonly kind: 'request' | 'station' | 'card'; readonly count: number; readonly place: string }
  | { readonly kind: 'fault'; readonly station: string; readonly evseId: number; readonly place: string }
  | { readonly kind: 'gone'; readonly station: string; readonly minutes: number; readonly place: string }
  | { readonly kind: 'backup'; readonly problem: Told; readonly place: string }
  | { readonly kind: 'update'; readonly version: string; readonly place: string }

/** How many of each wait for a person. */
export interface WaitingCounts {
  readonly requests: number
  readonly stations: number
  readonly unknownCards: number
}

/** Where each kind of waiting thing is decided, as an address of the console. */
const PLACES = [
  { of: 'requests', kind: 'request', place: 'requests' },
  { of: 'stations', kind: 'station', place: 'stations' },
  { of: 'unknownCards', kind: 'card', place: 'cards' },
] as const satisfies readonly { of: keyof WaitingCounts; kind: Attention['kind']; place: string }[]

export interface AttentionLimits {
  /**
   * How long a station may be away before it counts as gone, in milliseconds: a restart of the station or of the router
   * takes a minute or two and is nobody's business.
   */
  readonly goneAfterMs: number
}

export const ATTENTION_LIMITS: AttentionLimits = { goneAfterMs: 5 * 60_000 }

/**
 * Watches what the site shows and tells what is new. What is there when it begins is not new: the console shows it.
 * A thing is told once, and again only when it was over in between.
 */
export interface AttentionWatch {
  waiting(counts: WaitingCounts): void
  stations(event: FeedEvent<Station>): void
  /** Why the last scheduled backup failed; null when it did not. */
  backup(run: { readonly at: number; readonly problem: Told | null } | null): void
  /** The newer version that the feed has; null when there is none, or when it lies ready already. */
  update(version: string | null): void
  close(): void
}

interface Seen {
  readonly faulted: ReadonlySet<number>
  readonly online: boolean
}

export function watchAttention(
  tell: (attention: Attention) => void,
  { goneAfterMs }: AttentionLimits = ATTENTION_LIMITS,
): AttentionWatch {
  let counts: WaitingCounts | null = null
  const known = new Map<number, Seen>()
  let backupAt: number | null | undefined
  let newest: string | null | undefined
  const leaving = new Map<number, NodeJS.Timeout>()

  const comeBack = (id: number) => {
    clearTimeout(leaving.get(id))
    leaving.delete(id)
  }

  const look = (station: Station, before: Seen | undefined): Seen => {
    const { id, identity } = station
    const online = station.connection.state === 'online'
    const faulty = station.connectors.filter(({ status }) => status === 'faulted').map(({ evseId }) => evseId)
    const faulted = new Set(online ? faulty : [...(before?.faulted ?? [])])
    if (station.admission !== 'admitted') {
      comeBack(id)
      return { faulted, online }
    }
    for (const evseId of faulted) {
      if (before && !before.faulted.has(evseId)) tell({ kind: 'fault', station: identity, evseId, place: placeOf(id) })
    }
    if (online) comeBack(id)
    else if (before?.online && !leaving.has(id)) {
      const gone = () => tell({ kind: 'gone', station: identity, minutes: goneAfterMs / 60_000, place: placeOf(id) })
      leaving.set(id, setTimeout(gone, goneAfterMs).unref())
    }
    return { faulted, online }
  }

  return {
    waiting(now) {
      const before = counts
      counts = now
      if (before === null) return
      for (const { of, kind, place } of PLACES) {
        if (now[of] > before[of]) tell({ kind, count: now[of], place })
      }
    },
    stations(event) {
      const stations = event.type === 'snapshot' ? event.entries : event.changed
      for (const station of stations) known.set(station.id, look(station, known.get(station.id)))
      for (const id of event.type === 'snapshot' ? [] : event.removed) {
        known.delete(id)
        comeBack(id)
      }
    },
    backup(run) {
      const before = backupAt
      backupAt = run?.at ?? null
      if (before === undefined || before === backupAt || run === null || run.problem === null) return
      tell({ kind: 'backup', problem: run.problem, place: 'settings' })
    },
    update(version) {
      const before = newest
      // That it lies ready, or that the feed is off for a while, makes it no news again.
      newest = version ?? before ?? null
      if (before === undefined || version === null || version === before) return
      tell({ kind: 'update', version, place: 'settings/updates' })
    },
    close() {
      for (const id of [...leaving.keys()]) comeBack(id)
    },
  }
}

function placeOf(stationId: number): string {
  return `stations/${stationId}`
}
