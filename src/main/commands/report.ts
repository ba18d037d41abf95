import type { WriteDb } from '../store/handles'
import { appendProgress, commandByRequest, newestGoingOn, setOutcome } from '../store/queries/commands'
import type { Dialect } from './dialect'

/** Something a station reported about a command after its answer. */
export interface CommandReport {
  /** The incoming action that brought it, such as `LogStatusNotification`. */
  readonly action: string
  /** The number that the message carries; null where it has none (1.6), and the newest open command is meant. */
  readonly requestId: number | null
  /** As the station spelt it. */
  readonly status: string
  readonly detail: string | null
  /** By this server's clock. */
  readonly at: number
  /** Nothing more will come; `failed` tells how it ended. */
  readonly final: boolean
  readonly failed: boolean
}

/** Longest text of a report that is kept with a command; the message itself is kept whole elsewhere. */
const REPORT_TEXT_MAX = 1_000
const shortened = (text: string) => text.slice(0, REPORT_TEXT_MAX)

/** Enters a report into the command that it is about. @returns its number, null when there is none */
export function enterReport(
  db: WriteDb,
  dialect: Dialect,
  stationId: number,
  report: CommandReport,
  keep: number,
): number | null {
  const { requestId, status, detail, at, final, failed } = report
  const actions = [...dialect.outgoing.values()]
    .filter(({ reportedBy }) => reportedBy.includes(report.action))
    .map(({ action }) => action)
  const command =
    requestId === null ? newestGoingOn(db, stationId, actions) : commandByRequest(db, stationId, requestId, actions)
  if (!command) return null
  appendProgress(db, command.id, { at, status: shortened(status), detail: detail && shortened(detail) }, keep)
  // One that came late: what the last report said of the end stands.
  if (!final && (command.outcome === 'succeeded' || command.outcome === 'failed')) return command.id
  const goesOn = dialect.outgoing.get(command.action)?.goesOn === true
  const outcome = final ? (failed ? 'failed' : 'succeeded') : goesOn ? 'running' : null
  setOutcome(db, command.id, outcome, at)
  return command.id
}
