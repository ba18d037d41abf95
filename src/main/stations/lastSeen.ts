import { setLastSeen } from '../store/queries/stations'
import type { Writer } from '../store/writer'

/** A sign of life of a station. */
export interface Sighting {
  readonly at: number
  /** Where it called from; null leaves that as it was. */
  readonly remoteAddress: string | null
  /** When it booted; null leaves that as it was. */
  readonly bootedAt: number | null
}

/** When stations were last seen, and where: written soon, all that were seen in the meantime together. */
export interface LastSeen {
  note(stationId: number, sighting: Sighting): void
}

/** The newest time of each station counts; everything before it need not be written. */
export function createLastSeen(writer: Writer): LastSeen {
  let gathering: Map<number, Sighting> | null = null
  return {
    note(stationId, { at, remoteAddress, bootedAt }) {
      const earlier = gathering?.get(stationId)
      const sighting = {
        at,
        remoteAddress: remoteAddress ?? earlier?.remoteAddress ?? null,
        bootedAt: bootedAt ?? earlier?.bootedAt ?? null,
      }
      if (gathering) {
        gathering.set(stationId, sighting)
        return
      }
      const list = new Map([[stationId, sighting]])
      gathering = list
      writer.writeSoon(
        (db) => {
          for (const [id, seen] of list) setLastSeen(db, id, seen)
        },
        {
          onTurn: () => {
            gathering = null
          },
        },
      )
    },
  }
}
