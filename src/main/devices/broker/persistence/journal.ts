import type { WriteDb } from '../../../store/handles'
import type { Store } from '../../../store/open'
import type { BrokerOutgoingRow } from '../../../store/queries/broker'
import { deleteBrokerOutgoing, insertBrokerOutgoing } from '../../../store/queries/broker'

/**
 * Brings what changes to the database. Everything of one turn goes there together, so that a thousand messages cost a few
 * statements and one flush. The order is kept: what is noted later is written later.
 */
export interface Journal {
  /** Resolves when the change is on disk. */
  write(change: (db: WriteDb) => void): Promise<void>
  /** A message was put into a queue; resolves when that is on disk. */
  queued(row: BrokerOutgoingRow): Promise<void>
  /** A message needs no more waiting. Nobody waits for this either: should it be lost, the client gets the message twice. */
  settled(id: number): void
}

interface Gathering {
  readonly changes: ((db: WriteDb) => void)[]
  readonly inserts: Map<number, BrokerOutgoingRow>
  readonly stored: Promise<void>
}

export function createJournal(store: Pick<Store, 'writer'>): Journal {
  let gathering: Gathering | null = null
  let settling: number[] | null = null

  const gather = (): Gathering => {
    if (gathering) return gathering
    const changes: ((db: WriteDb) => void)[] = []
    const mine: Gathering = {
      changes,
      inserts: new Map(),
      stored: store.writer.write((db) => {
        // What comes from now on needs a job of its own.
        if (gathering === mine) gathering = null
        insertBrokerOutgoing(db, [...mine.inserts.values()])
        for (const change of changes) change(db)
      }),
    }
    gathering = mine
    return mine
  }

  return {
    write(change) {
      const { changes, stored } = gather()
      changes.push(change)
      return stored
    },
    queued(row) {
      const mine = gather()
      mine.inserts.set(row.id, row)
      return mine.stored
    },
    settled(id) {
      // What is not written yet would be written after its removal.
      if (gathering?.inserts.delete(id)) return
      if (settling) {
        settling.push(id)
        return
      }
      const ids = [id]
      settling = ids
      store.writer.writeSoon((db) => deleteBrokerOutgoing(db, ids), {
        onTurn: () => {
          settling = null
        },
      })
    },
  }
}
