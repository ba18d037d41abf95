import type { ReadDb, WriteDb } from '../store/handles'
import { cardById } from '../store/queries/cards'
import {
  appendProgress,
  type CommandRow,
  commandByRequest,
  isBeginningEntered,
  newestStarts,
  setOutcome,
} from '../store/queries/commands'
import type { Dialect } from './dialect'
import type { CommandLimits } from './limits'

/** A session that began, as far as the command that asked for it can be told by it. */
export interface Beginning {
  /** The incoming action that told, such as `StartTransaction`. */
  readonly action: string
  /** The number that the request gave the start (F02.FR.01); null where the version has none (1.6). */
  readonly remoteStartId: number | null
  /** The card and the EVSE (1.6: connector) of the session; of no matter where there is a number. */
  readonly token: string | null
  readonly evseId: number | null
  readonly transactionId: string
  /** By the station's clock. */
  readonly startedAt: number
  /** By this server's clock. */
  readonly at: number
}

/** What a person is told of the command then; the transaction stands beside it. */
const SESSION_BEGAN = 'SessionBegan'

/**
 * The command that asked for a session. By its number where there is one; in 1.6, which has none, the newest start that
 * was sent for this card and connector a short while before, unless the session began before it was sent: transactions
 * that were kept while the station was offline come late.
 */
export function startOf(
  db: ReadDb,
  dialect: Dialect,
  stationId: number,
  beginning: Beginning,
  limits: Pick<CommandLimits, 'startWindowMs' | 'clockSkewMs'>,
): CommandRow | undefined {
  const { action, remoteStartId, transactionId, startedAt, at } = beginning
  const actions = [...dialect.outgoing.values()]
    .filter(({ reportedBy }) => reportedBy.includes(action))
    .map((facts) => facts.action)
  if (remoteStartId !== null) return commandByRequest(db, stationId, remoteStartId, actions)
  const starts = newestStarts(db, stationId, actions, at - limits.startWindowMs)
  const fitting = starts.find(
    (row) => row.sent_at !== null && startedAt >= row.sent_at - limits.clockSkewMs && asksFor(db, row, beginning),
  )
  // The same start again, because its answer was lost, is no other session.
  return fitting && !isBeginningEntered(db, stationId, SESSION_BEGAN, transactionId) ? fitting : undefined
}

function asksFor(db: ReadDb, { name, input }: CommandRow, { token, evseId }: Beginning): boolean {
  const wanted = JSON.parse(input) as Readonly<Record<string, unknown>>
  const place = (name === null ? wanted.connectorId : wanted.evseId) ?? null
  const card = name === null ? wanted.idTag : cardById(db, Number(wanted.cardId))?.token
  return (
    (place === null || place === evseId) &&
    typeof card === 'string' &&
    token !== null &&
    card.toLowerCase() === token.toLowerCase()
  )
}

/** Enters into a command that its session began. */
export function enterBeginning(db: WriteDb, commandId: number, { transactionId, at }: Beginning, keep: number): void {
  appendProgress(db, commandId, { at, status: SESSION_BEGAN, detail: transactionId }, keep)
  setOutcome(db, commandId, 'succeeded', at)
}
