import type { Store } from '../store/open'
import { insertStationOnce, keepStationId, lastStationId, type StationRow } from '../store/queries/stations'
import type { WriteJob } from '../store/writer'

/**
 * Stations that stand at the door and are not on disk: nothing was told by them nor decided about them. Invented
 * identities cost no row that way, and can be forgotten again. The first write about one puts it on disk.
 */
export interface Strangers {
  /** A number for a new station; none is given twice, also not after a restart. */
  newId(): number
  add(stationId: number): void
  delete(stationId: number): void
  /** True for a station that nothing on disk refers to, and nothing that is being written. */
  canBeForgotten(stationId: number): boolean
  /** Writes about a station, after its own row where it has none yet; resolves when it is on disk. */
  write<Result>(row: StationRow, job: WriteJob<Result>): Promise<Result>
}

export function createStrangers({ read, writer }: Store): Strangers {
  let lastId = lastStationId(read)
  const unwritten = new Set<number>()
  /** The last of the writes under way; they are settled in their order. */
  const underWay = new Map<number, Promise<unknown>>()

  return {
    newId() {
      lastId += 1
      const id = lastId
      // A screen or a script may still hold the number of one that is forgotten by then.
      writer.writeSoon((db) => keepStationId(db, id))
      return id
    },
    add: (stationId) => void unwritten.add(stationId),
    delete: (stationId) => void unwritten.delete(stationId),
    canBeForgotten: (stationId) => unwritten.has(stationId) && !underWay.has(stationId),
    async write<Result>(row: StationRow, job: WriteJob<Result>): Promise<Result> {
      const { id } = row
      if (!unwritten.has(id)) return writer.write(job)
      const writing = writer.write((db) => {
        insertStationOnce(db, row)
        return job(db)
      })
      underWay.set(id, writing)
      try {
        const result = await writing
        unwritten.delete(id)
        return result
      } finally {
        if (underWay.get(id) === writing) underWay.delete(id)
      }
    },
  }
}
