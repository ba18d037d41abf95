import type { WriteDb } from '../store/handles'
import { eventsOfSession, forgetMarks, interpretedUpTo, setInterpretedUpTo } from '../store/queries/rawEvents'
import {
  addPlaceApart,
  addSessionEvents,
  forgetInterpretation,
  insertSession,
  laterBegun,
  placesApart,
  type ReadingRow,
  registersOf,
  runningBefore,
  type SessionRow,
  sessionByTransaction,
  sessionRowById,
  startsAlone,
  takePlaceApart,
  upsertReadings,
} from '../store/queries/sessions'
import { settlementOf } from '../store/queries/settlements'
import { fell } from './applyEvent'
import { type EventReader, type PendingEvent, readStored } from './eventReader'
import type { KnownSessions } from './knownSessions'
import { sessionOfOrphan } from './orphanStop'
import type { ReceivedEvent, SessionEvent } from './sessionEvent'
import { isOrphan, type KnownSession, newSession, save, toKnown } from './sessionRow'
import { advance, type PlacesApart, stateOf } from './sessionState'

/** A session that a batch changes. */
interface Work {
  /** What the database holds of it; null when nothing of its facts. */
  readonly stored: KnownSession | null
  current: KnownSession
  late: boolean
}

/** The sessions of one job, from their first event in it to their being saved. */
export interface Interpretation {
  take(pending: PendingEvent): void
  /** Works out a session from all of its events again, as if none had been interpreted. */
  again(sessionId: number): void
  /** Saves everything. @returns the sessions that were changed, as they are now stored */
  finish(): KnownSession[]
}

const asItCame = (event: PendingEvent) => event

/**
 * Interprets events inside a job of the writer: one save of a session however many of its events there are. What it
 * makes of a set of events is the same in whatever order and batches they come.
 * @param asMeant the event with its card as it is stored, where the station writes numbers differently
 */
export function openInterpretation(
  db: WriteDb,
  known: KnownSessions,
  read: EventReader,
  asMeant: (event: PendingEvent) => PendingEvent = asItCame,
): Interpretation {
  const works = new Map<string, Work>()
  const readings: ReadingRow[] = []
  const members: number[] = []
  const done = new Map<number, KnownSession>()
  let upTo = 0
  const before: number[] = []

  const workOf = (stationId: number, transactionId: string, found: () => KnownSession | null): Work => {
    const key = `${stationId} ${transactionId}`
    let work = works.get(key)
    if (!work) {
      const stored = found()
      const current = stored ?? newSession(insertSession(db, stationId, transactionId), stationId, transactionId)
      work = { stored, current, late: false }
      works.set(key, work)
    }
    return work
  }

  const find = (stationId: number, transactionId: string): KnownSession | null => {
    const remembered = known.take(stationId, transactionId)
    if (remembered) return remembered
    const row = sessionByTransaction(db, stationId, transactionId)
    return row ? toKnown(row) : null
  }

  const load = ({ station_id, transaction_id, ...rest }: SessionRow): Work =>
    workOf(
      station_id,
      transaction_id,
      () => known.take(station_id, transaction_id) ?? toKnown({ station_id, transaction_id, ...rest }),
    )

  const enter = (work: Work, received: ReceivedEvent) => {
    const { id } = work.current
    const { after, late } = advance(work.current, received, places(db, id))
    work.current = { ...work.current, ...after }
    work.late ||= late
    for (const { at, energyWh, powerW } of received.event.readings)
      readings.push({ sessionId: id, at, energyWh, powerW })
  }

  /** Writes what was gathered, so that what follows can ask the database. */
  const saveAll = (): Work[] => {
    upsertReadings(db, readings)
    addSessionEvents(db, members)
    readings.length = 0
    members.length = 0
    const saved = [...works.values()]
    works.clear()
    for (const work of saved) {
      if (work.late) {
        const meterFell = fell(registersOf(db, work.current.id))
        work.current = { ...work.current, facts: { ...work.current.facts, meterFell } }
      }
      save(db, work.stored, work.current)
      done.set(work.current.id, work.current)
    }
    return saved
  }

  /** What a session that began, moved or ended means for those that run beside it. */
  const compareWithOthers = (saved: readonly Work[]) => {
    for (const { stored, current } of saved) {
      const [was, is] = [stored?.facts, current.facts]
      const same = was?.startedAt === is.startedAt && was.evseId === is.evseId && was.ends === is.ends
      if (same && !current.superseded) continue
      const latest = works.get(`${current.stationId} ${current.transactionId}`)?.current ?? current
      mark(latest, isSuperseded(db, latest))
      if (is.startedAt === null || is.evseId === null) continue
      // What was begun earlier, and what a time or a place that turned out wrong had been held against.
      const from = Math.max(was?.startedAt ?? 0, is.startedAt)
      for (const row of runningBefore(db, current.stationId, is.evseId, from)) recheck(row)
      if (was && was.evseId !== null && was.evseId !== is.evseId) {
        for (const row of runningBefore(db, current.stationId, was.evseId, from)) recheck(row)
      }
    }
  }
  const recheck = (row: SessionRow) => {
    const { current } = load(row)
    mark(current, isSuperseded(db, current))
  }
  const mark = (session: KnownSession, superseded: boolean) => {
    if (session.superseded === superseded) return
    const work = works.get(`${session.stationId} ${session.transactionId}`) ?? { stored: session, late: false }
    works.set(`${session.stationId} ${session.transactionId}`, { ...work, current: { ...session, superseded } })
  }

  const targetOf = (pending: PendingEvent, event: SessionEvent): Work => {
    const { stationId, transactionId } = pending
    const own = () => workOf(stationId, transactionId, () => find(stationId, transactionId))
    if (!isOrphan(transactionId) || works.has(`${stationId} ${transactionId}`)) return own()
    compareWithOthers(saveAll())
    const parked = find(stationId, transactionId)
    if (parked) return workOf(stationId, transactionId, () => parked)
    saveAll()
    const match = sessionOfOrphan(event, startsAlone(db, stationId).map(toKnown))
    if (!match) return own()
    return workOf(stationId, match.transactionId, () => find(stationId, match.transactionId))
  }

  return {
    take(pending) {
      upTo = Math.max(upTo, pending.id)
      before.push(pending.id)
      const { event } = asMeant(pending)
      if (!event) throw new Error('the event can no longer be read')
      const work = targetOf(pending, event)
      const { receivedAt, authorization, cardGroup } = pending
      enter(work, { event, receivedAt, authorization, cardGroup: cardGroup ?? '' })
      members.push(work.current.id, pending.id)
    },

    again(sessionId) {
      compareWithOthers(saveAll())
      saveAll()
      const row = sessionRowById(db, sessionId)
      if (!row) return
      const { station_id: stationId, transaction_id: transactionId } = row
      known.take(stationId, transactionId)
      const earlier = toKnown(row)
      forgetInterpretation(db, sessionId)
      const { superseded } = earlier
      const settled = settlementOf(db, sessionId)
      const current = { ...newSession(sessionId, stationId, transactionId), settled, superseded }
      // Whatever the database holds of it, all of it is to be written.
      const work: Work = { stored: null, current, late: false }
      works.set(`${stationId} ${transactionId}`, work)
      for (const stored of eventsOfSession(db, sessionId)) {
        const { event, receivedAt, authorization, cardGroup } = asMeant(readStored(stored, read))
        if (!event) continue
        // What was said to cards was not kept beside their events at first.
        const said = authorization ?? (event.token && earlier.facts.authorization)
        enter(work, { event, receivedAt, authorization: said, cardGroup: cardGroup ?? '' })
      }
    },

    finish() {
      compareWithOthers(saveAll())
      saveAll()
      const interpreted = interpretedUpTo(db)
      forgetMarks(
        db,
        before.filter((id) => id <= interpreted),
      )
      if (upTo > interpreted) setInterpretedUpTo(db, upTo)
      return [...done.values()]
    },
  }
}

function isSuperseded(db: WriteDb, { stationId, facts }: KnownSession): boolean {
  if (stateOf(facts) === 'ended' || facts.evseId === null || facts.startedAt === null) return false
  return laterBegun(db, stationId, facts.evseId, facts.startedAt)
}

function places(db: WriteDb, sessionId: number): PlacesApart {
  return {
    add: (seqNo) => addPlaceApart(db, sessionId, seqNo),
    take: (seqNo) => takePlaceApart(db, sessionId, seqNo),
    isEmpty: () => placesApart(db, sessionId, 1).length === 0,
  }
}
