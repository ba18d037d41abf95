import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { StationLinks } from '../stations/commands'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { type GapAnswer, gapAnswer, openGaps, putGapAnswer } from '../store/queries/gapQuestions'

export interface GapLimits {
  /** How often gaps are looked for, in milliseconds. */
  readonly everyMs: number
  /** How long nothing must have come of a session before its station is asked: its queue may be on its way. */
  readonly quietMs: number
  /** How long to wait before asking again when messages were still queued. */
  readonly againMs: number
  /** Most times that one session is asked for. */
  readonly mostTimes: number
  /** Most stations' sessions that are asked for at one time. */
  readonly together: number
}

export const GAP_DEFAULTS: GapLimits = {
  everyMs: 60_000,
  quietMs: 60_000,
  againMs: 10 * 60_000,
  mostTimes: 6,
  together: 10,
}

/** Chases missing events: asks connected stations whether they still have messages of a session (E14). */
export interface Gaps {
  /** What the station said last about a session; null when it was not asked. */
  asked(sessionId: number): GapAnswer | null
  /** Looks for gaps and asks now; resolves when all have answered or failed to. */
  look(): Promise<void>
  close(): void
}

export interface GapsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'connection'>
  readonly links: Pick<StationLinks, 'request'>
  readonly catchUp: () => void
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<GapLimits>
}

export function createGaps(deps: GapsDeps): Gaps {
  const { store, clock, changes, stations, links, catchUp, onFailure } = deps
  const { everyMs, quietMs, againMs, mostTimes, together } = { ...GAP_DEFAULTS, ...deps.limits }
  let looking: Promise<void> | null = null

  const ask = async (stationId: number, sessionId: number, transactionId: string) => {
    const result = await links.request(stationId, 'GetTransactionStatus', { transactionId })
    // One that could not be asked is asked another time; one that refuses to say counts as having nothing.
    if (result.kind !== 'answered' && result.kind !== 'error') return
    const said = result.kind === 'answered' ? (result.payload as Readonly<Record<string, unknown>>) : {}
    const ongoing = typeof said.ongoingIndicator === 'boolean' ? said.ongoingIndicator : null
    const answer = { at: clock(), ongoing, queued: said.messagesInQueue === true }
    await store.writer.write((db) => putGapAnswer(db, sessionId, answer))
    changes.emit('session', sessionId)
  }

  const lookNow = async () => {
    catchUp()
    const now = clock()
    const gaps = openGaps(store.read, {
      quietSince: now - quietMs,
      askedBefore: now - againMs,
      mostTimes,
      limit: 1_000,
    })
    const askable = gaps.filter(({ station_id }) => {
      const connection = stations.connection(station_id)
      return connection !== undefined && connection.protocol !== 'ocpp1.6'
    })
    await Promise.all(
      askable
        .slice(0, together)
        .map(({ station_id, session_id, transaction_id }) => ask(station_id, session_id, transaction_id)),
    )
  }
  const look = () => {
    looking ??= lookNow().finally(() => {
      looking = null
    })
    return looking
  }
  const timer = setInterval(() => {
    look().catch(onFailure)
  }, everyMs)
  timer.unref()

  return {
    asked: (sessionId) => gapAnswer(store.read, sessionId),
    look,
    close: () => clearInterval(timer),
  }
}
