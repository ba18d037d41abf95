import { setLastSeen } from '../store/queries/stations'
import type { Writer } from '../store/writer'

/** When stations were last seen, and where: written soon, all that were seen in the meantime together. */
export interface LastSeen {
  /** @param remoteAddress null leaves it as it was */
  note(stationId: number, at: number, remoteAddress: string | null): void
}

interface Seen {
  readonly at: number
  readonly remoteAddress: string | null
}

/** The newest time of each station counts; everything before it need not be written. */
export function createLastSeen(writer: Writer): LastSeen {
  let gathering: Map<number, Seen> | null = null
  return {
    note(stationId, at, remoteAddress) {
      const seen = { at, remoteAddress: remoteAddress ?? gathering?.get(stationId)?.remoteAddress ?? null }
      if (gathering) {
        gathering.set(stationId, seen)
        return
      }
      const list = new Map([[stationId, seen]])
      gathering = list
      writer.writeSoon(
        (db) => {
          for (const [id, entry] of list) setLastSeen(db, id, entry.at, entry.remoteAddress)
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
