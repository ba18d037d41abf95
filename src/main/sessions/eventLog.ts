import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { type Appended, appendRawEvents, earlierEvent, type RawEntry, type RawEvent } from '../store/queries/rawEvents'
import { insertSession } from '../store/queries/sessions'
import { isOfAll } from '../store/writer'
import type { PendingEvent } from './eventReader'
import type { SessionEvent } from './sessionEvent'

/** An event of a session: as it came, and what it says. */
export interface Report {
  readonly raw: RawEvent
  readonly event: SessionEvent
}

/** What the site said to the card of an event. */
export interface CardVerdict {
  readonly status: AuthorizationStatus
  readonly group: string
}

/** What came of storing an event. */
export interface Stored {
  /** The answer as JSON: the one that was given to the same content before, or the new one. */
  readonly reply: string
  /** False when the same content had been stored before. */
  readonly isNew: boolean
}

export interface EventLogDeps {
  readonly store: Store
  /** Most events that are appended as one job. */
  readonly appendTogether: number
  /** Takes the events that are stored now. */
  readonly onStored: (events: readonly PendingEvent[]) => void
  /** Whether an event of this transaction waits for its session. */
  readonly waits: (stationId: number, transactionId: string) => boolean
}

/** The log of events: what a charger was answered is in it, on disk. */
export interface EventLog {
  /** Appends an event with its answer; resolves once it is on disk. */
  append(report: Report, reply: string, verdict: CardVerdict | null): Promise<Stored>
  /**
   * Appends the start of a transaction that this server numbers (1.6), with the number it gets. The same content again
   * gets the same number.
   */
  appendStart(report: Report, reply: (transactionId: number) => string, verdict: CardVerdict | null): Promise<Stored>
}

interface Waiting {
  readonly report: Report
  readonly entry: RawEntry
  readonly resolve: (stored: Stored) => void
  readonly reject: (error: unknown) => void
}

export function createEventLog({ store, appendTogether, onStored, waits }: EventLogDeps): EventLog {
  const { writer } = store
  let gathering: Waiting[] | null = null
  /** Transactions whose events are being written: they wait for their session too. */
  const writing = new Set<readonly Waiting[]>()

  const settle = (list: readonly Waiting[], outcomes: readonly Appended[]) => {
    const stored: PendingEvent[] = []
    for (const [place, { report, entry, resolve }] of list.entries()) {
      const outcome = outcomes[place]
      if (!outcome || outcome.kind === 'repeated') {
        resolve({ reply: outcome?.reply ?? entry.reply ?? '{}', isNew: false })
        continue
      }
      stored.push(toPending(outcome.id, report.event, entry))
      resolve({ reply: entry.reply ?? '{}', isNew: true })
    }
    if (stored.length > 0) onStored(stored)
  }

  const write = (list: readonly Waiting[]) => {
    writing.add(list)
    writer
      .write((db) => {
        if (gathering === list) gathering = null
        return appendRawEvents(
          db,
          list.map(({ entry }) => entry),
        )
      })
      .then(
        (outcomes) => {
          writing.delete(list)
          settle(list, outcomes)
        },
        (error) => {
          writing.delete(list)
          // One of them can't be stored: the others are not to suffer for it.
          if (list.length > 1 && !isOfAll(error)) for (const one of list) write([one])
          else for (const { reject } of list) reject(error)
        },
      )
  }

  const isWriting = (stationId: number, transactionId: string) => {
    for (const list of writing) {
      if (list.some(({ entry: { raw } }) => raw.stationId === stationId && raw.transactionId === transactionId)) {
        return true
      }
    }
    return waits(stationId, transactionId)
  }

  return {
    append(report, reply, verdict) {
      return new Promise((resolve, reject) => {
        const waiting = { report, entry: toEntry(report.raw, reply, verdict), resolve, reject }
        if (gathering && gathering.length < appendTogether) gathering.push(waiting)
        else {
          gathering = [waiting]
          write(gathering)
        }
      })
    },

    async appendStart({ raw, event }, reply, verdict) {
      const start = (db: WriteDb) => {
        const earlier = earlierEvent(db, raw.stationId, raw.contentKey)
        if (earlier && earlier.reply !== null) return { reply: earlier.reply, pending: null }
        const number = insertSession(db, raw.stationId, null, (transactionId) =>
          isWriting(raw.stationId, transactionId),
        )
        const entry = toEntry({ ...raw, transactionId: String(number) }, reply(number), verdict)
        const [outcome] = appendRawEvents(db, [entry])
        if (outcome?.kind !== 'new') throw new Error('a start was there and was not found')
        return { reply: entry.reply ?? '{}', pending: toPending(outcome.id, event, entry) }
      }
      const stored = await writer.write(start)
      if (stored.pending) onStored([stored.pending])
      return { reply: stored.reply, isNew: stored.pending !== null }
    },
  }
}

function toEntry(raw: RawEvent, reply: string, verdict: CardVerdict | null): RawEntry {
  return { raw, reply, authorization: verdict?.status ?? null, cardGroup: verdict?.group ?? null }
}

function toPending(id: number, event: SessionEvent, { raw, authorization, cardGroup }: RawEntry): PendingEvent {
  const { stationId, receivedAt, transactionId } = raw
  return { id, stationId, transactionId: transactionId ?? '', receivedAt, authorization, cardGroup, event }
}
