import type { StationCommandName } from '@shared/commands'
import type { CommandOutcome, CommandState, Verdict } from '@shared/commands/standing'
import type { Command, CommandProgress } from '@shared/contract/commands'
import type { SessionState } from '@shared/ocpp/session'
import { readTold } from '../../phrase'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

export interface CommandRow {
  id: number
  station_id: number
  actor: string
  name: StationCommandName | null
  action: string
  input: string
  state: CommandState
  verdict: Verdict | null
  status: string | null
  reason: string | null
  answer: string | null
  outcome: CommandOutcome | null
  request_id: number | null
  wait_until: number | null
  created_at: number
  sent_at: number | null
  answered_at: number | null
  changed_at: number
}

interface CommandViewRow extends CommandRow {
  station_identity: string
  progress_at: number | null
  progress_status: string | null
  progress_detail: string | null
}

// Whole texts, so that each is prepared once.
const VIEW = `SELECT command.*, station.identity AS station_identity, newest.at AS progress_at,
  newest.status AS progress_status, newest.detail AS progress_detail FROM command
  JOIN station ON station.id = command.station_id
  LEFT JOIN command_progress AS newest
    ON newest.id = (SELECT max(id) FROM command_progress WHERE command_id = command.id)`
/** `+?`: a bound value that stands alone is looked at when the statement is planned, and it is planned anew each time. */
const VIEW_ONE = `${VIEW} WHERE command.id = +?`
const VIEW_OPEN = `${VIEW} WHERE command.id IN (
  SELECT id FROM command WHERE state IN ('waiting', 'sent')
  UNION SELECT id FROM command WHERE outcome = 'running') ORDER BY command.id`
const CHOICE = '(?1 IS NULL OR command.station_id = ?1) AND (?2 IS NULL OR command.state = ?2)'
const VIEW_PAGE = `${VIEW} WHERE ${CHOICE} AND command.id < ?3 ORDER BY command.id DESC LIMIT ?4`
const COUNT = `SELECT count(*) AS n FROM command WHERE ${CHOICE}`

export function toCommand(row: CommandViewRow): Command {
  const { progress_at: at, progress_status: status } = row
  return {
    id: row.id,
    stationId: row.station_id,
    stationIdentity: row.station_identity,
    actor: row.actor,
    name: row.name,
    action: row.action,
    input: JSON.parse(row.input) as Record<string, unknown>,
    state: row.state,
    verdict: row.verdict,
    status: row.status,
    reason: row.reason,
    answer: row.answer === null ? null : (JSON.parse(row.answer) as unknown),
    outcome: row.outcome,
    latest: at === null || status === null ? null : toProgress({ at, status, detail: row.progress_detail }),
    requestId: row.request_id,
    createdAt: row.created_at,
    waitUntil: row.wait_until,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
  }
}

type ProgressRow = Omit<CommandProgress, 'told'>

/** Steps that this computer enters by itself, with a sentence that is kept by its code. */
const OWN_STEPS = ['Received', 'NotReceived', 'Fetched']

function toProgress(row: ProgressRow): CommandProgress {
  const kept = row.detail === null || !OWN_STEPS.includes(row.status) ? null : readTold(row.detail)
  return kept === null || kept.code === null ? { ...row, told: null } : { ...row, detail: kept.text, told: kept }
}

export function commandView(db: ReadDb, id: number): Command | undefined {
  const row = one<CommandViewRow>(db, VIEW_ONE, id)
  return row && toCommand(row)
}

export function openCommands(db: ReadDb): Command[] {
  return all<CommandViewRow>(db, VIEW_OPEN).map(toCommand)
}

/** Which commands are wanted: of all stations where `stationId` is null, in any state where `state` is. */
export interface CommandFilter {
  readonly stationId: number | null
  readonly state: CommandState | null
  readonly before: number | null
  readonly limit: number
}

/** Newest first; one row more than `limit` when there are more. */
export function findCommands(db: ReadDb, filter: CommandFilter): { rows: Command[]; total: number } {
  const { stationId, state, before, limit } = filter
  const rows = all<CommandViewRow>(db, VIEW_PAGE, stationId, state, before ?? Number.MAX_SAFE_INTEGER, limit + 1)
  return { rows: rows.map(toCommand), total: one<{ n: number }>(db, COUNT, stationId, state)?.n ?? 0 }
}

export type NewCommand = Pick<
  CommandRow,
  'station_id' | 'actor' | 'name' | 'action' | 'input' | 'state' | 'wait_until' | 'created_at'
>

/** @returns its number, which was never used before */
export function insertCommand(db: WriteDb, command: NewCommand): number {
  return run(
    db,
    `INSERT INTO command (station_id, actor, name, action, input, state, wait_until, created_at, changed_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)`,
    command.station_id,
    command.actor,
    command.name,
    command.action,
    command.input,
    command.state,
    command.wait_until,
    command.created_at,
  ).id
}

/** The command of a station whose turn it is: the oldest that waits. */
export function nextWaiting(db: ReadDb, stationId: number): CommandRow | undefined {
  return one(db, "SELECT * FROM command WHERE station_id = +? AND state = 'waiting' ORDER BY id LIMIT 1", stationId)
}

/** Commands of a station that wait for their turn, but not for the station. */
export function waitingInVain(db: ReadDb, stationId: number): CommandRow[] {
  return all(
    db,
    "SELECT * FROM command WHERE station_id = +? AND state = 'waiting' AND wait_until IS NULL ORDER BY id",
    stationId,
  )
}

export function countWaitingOf(db: ReadDb, stationId: number): number {
  const sql = "SELECT count(*) AS n FROM command WHERE station_id = ? AND state = 'waiting'"
  return one<{ n: number }>(db, sql, stationId)?.n ?? 0
}

/** Numbers of the stations that something waits for. */
export function stationsWithWaiting(db: ReadDb): number[] {
  return all<{ id: number }>(db, "SELECT DISTINCT station_id AS id FROM command WHERE state = 'waiting'").map(
    (row) => row.id,
  )
}

/** When each station was last sent this command by `actor` after `since`; those given before that are not looked through. */
export function newestSentBy(
  db: ReadDb,
  actor: string,
  name: StationCommandName,
  since: number,
): { stationId: number; at: number }[] {
  return all(
    db,
    `SELECT station_id AS stationId, max(sent_at) AS at FROM command
     WHERE id > coalesce((SELECT id FROM command WHERE created_at <= ?1 ORDER BY id DESC LIMIT 1), 0)
       AND actor = ?2 AND name = ?3 AND sent_at IS NOT NULL GROUP BY station_id`,
    since,
    actor,
    name,
  )
}

/** @returns false when it waits no more: it was called back, or has expired */
export function markSent(
  db: WriteDb,
  sent: { readonly id: number; readonly action: string; readonly requestId: number | null; readonly at: number },
): boolean {
  const sql = `UPDATE command SET state = 'sent', action = ?2, request_id = ?3, sent_at = ?4, changed_at = ?4
    WHERE id = ?1 AND state = 'waiting'`
  return run(db, sql, sent.id, sent.action, sent.requestId, sent.at).changes > 0
}

/** It turned out that it did not go out: it waits again for its time, or has been in vain. */
export function takeBack(db: WriteDb, id: number, state: 'waiting' | 'offline', at: number): void {
  const sql = `UPDATE command SET state = ?2, request_id = NULL, sent_at = NULL, changed_at = ?3
    WHERE id = ?1 AND state = 'sent'`
  run(db, sql, id, state, at)
}

/** A command that will not be sent any more. @returns false when it has been */
export function giveUp(
  db: WriteDb,
  end: {
    readonly id: number
    readonly state: 'expired' | 'cancelled' | 'offline' | 'failed'
    readonly reason: string | null
    readonly at: number
  },
): boolean {
  const sql = "UPDATE command SET state = ?2, reason = ?3, changed_at = ?4 WHERE id = ?1 AND state = 'waiting'"
  return run(db, sql, end.id, end.state, end.reason, end.at).changes > 0
}

export type CommandEnd = Pick<CommandRow, 'id' | 'state' | 'verdict' | 'status' | 'reason' | 'answer'> & {
  /** It goes on after its answer; what was reported before the answer stays. */
  readonly goesOn: boolean
  readonly answeredAt: number | null
  readonly at: number
}

/** What became of a command that was sent. */
export function settleCommand(db: WriteDb, end: CommandEnd): void {
  run(
    db,
    `UPDATE command SET state = ?2, verdict = ?3, status = ?4, reason = ?5, answer = ?6,
       outcome = CASE WHEN ?7 = 1 THEN coalesce(outcome, 'running') ELSE outcome END, answered_at = ?8, changed_at = ?9
     WHERE id = ?1`,
    end.id,
    end.state,
    end.verdict,
    end.status,
    end.reason,
    end.answer,
    Number(end.goesOn),
    end.answeredAt,
    end.at,
  )
}

/** Numbers of the commands whose time to wait is over at `now`. */
export function overdueCommands(db: ReadDb, now: number): number[] {
  const sql = "SELECT id FROM command WHERE state = 'waiting' AND wait_until <= ? ORDER BY id"
  return all<{ id: number }>(db, sql, now).map((row) => row.id)
}

/** Calls silent what went on and was last heard of before `before`. @returns their numbers */
export function silence(db: WriteDb, before: number, now: number): number[] {
  const sql = "SELECT id FROM command WHERE outcome = 'running' AND state <> 'sent' AND changed_at <= ?"
  const ids = all<{ id: number }>(db, sql, before).map((row) => row.id)
  for (const id of ids) run(db, "UPDATE command SET outcome = 'silent', changed_at = ? WHERE id = ?", now, id)
  return ids
}

/** When the next command expires, and when the one that goes on longest was last heard of; null for none. */
export function nextDeadlines(db: ReadDb): { waitUntil: number | null; heardAt: number | null } {
  const waiting = "SELECT min(wait_until) AS at FROM command WHERE state = 'waiting'"
  const running = "SELECT min(changed_at) AS at FROM command WHERE outcome = 'running' AND state <> 'sent'"
  return {
    waitUntil: one<{ at: number | null }>(db, waiting)?.at ?? null,
    heardAt: one<{ at: number | null }>(db, running)?.at ?? null,
  }
}

/**
 * After a start: nobody knows what became of the commands that were sent and not answered, and those that were not to
 * wait were never sent. Forgets the oldest that are done, beyond `keep`. @returns the numbers of those that changed
 */
export function recoverCommands(db: WriteDb, keep: number, now: number): number[] {
  const left = all<{ id: number; state: CommandState }>(
    db,
    "SELECT id, state FROM command WHERE state = 'sent' OR state = 'waiting' AND wait_until IS NULL",
  )
  for (const { id, state } of left) {
    const settled = state === 'sent' ? 'unknown' : 'offline'
    run(db, 'UPDATE command SET state = ?, changed_at = ? WHERE id = ?', settled, now, id)
  }
  const last = one<{ id: number }>(db, 'SELECT id FROM command ORDER BY id DESC LIMIT 1 OFFSET ?', keep)
  if (last) run(db, "DELETE FROM command WHERE id <= ? AND state <> 'waiting' AND outcome IS NOT 'running'", last.id)
  return left.map(({ id }) => id)
}

/** The newest command that a report under this number can be about, whatever became of it. */
export function commandByRequest(
  db: ReadDb,
  stationId: number,
  requestId: number,
  actions: readonly string[],
): CommandRow | undefined {
  return one(
    db,
    `SELECT * FROM command WHERE station_id = ? AND request_id = ? AND action IN (SELECT value FROM json_each(?))
     ORDER BY id DESC LIMIT 1`,
    stationId,
    requestId,
    JSON.stringify(actions),
  )
}

/** The newest command that a report without a number can be about: one that is not finished. */
export function newestGoingOn(db: ReadDb, stationId: number, actions: readonly string[]): CommandRow | undefined {
  return one(
    db,
    `SELECT * FROM command WHERE station_id = ? AND action IN (SELECT value FROM json_each(?))
       AND (outcome = 'running' OR outcome IS NULL AND state IN ('sent', 'unknown')) ORDER BY id DESC LIMIT 1`,
    stationId,
    JSON.stringify(actions),
  )
}

/** Commands of a station that are looked through for the one that asked for a session. */
const STARTS_LOOKED_AT = 50

/** The newest starts that were sent since `since` and of which no session is known yet, newest first. */
export function newestStarts(
  db: ReadDb,
  stationId: number,
  actions: readonly string[],
  since: number,
): readonly CommandRow[] {
  return all(
    db,
    `SELECT * FROM (SELECT * FROM command WHERE station_id = ? ORDER BY id DESC LIMIT ${STARTS_LOOKED_AT})
     WHERE action IN (SELECT value FROM json_each(?)) AND state IN ('sent', 'accepted', 'unknown')
       AND outcome IS NULL AND sent_at >= ? ORDER BY id DESC`,
    stationId,
    JSON.stringify(actions),
    since,
  )
}

/** Whether a command of the station has been told so, among the newest. */
export function isBeginningEntered(db: ReadDb, stationId: number, status: string, detail: string): boolean {
  const found = one(
    db,
    `SELECT 1 FROM (SELECT id FROM command WHERE station_id = ? ORDER BY id DESC LIMIT ${STARTS_LOOKED_AT}) AS recent
     JOIN command_progress ON command_id = recent.id WHERE status = ? AND detail = ?`,
    stationId,
    status,
    detail,
  )
  return found !== undefined
}

export function progressOf(db: ReadDb, commandId: number): CommandProgress[] {
  const sql = 'SELECT at, status, detail FROM command_progress WHERE command_id = ? ORDER BY id'
  return all<ProgressRow>(db, sql, commandId).map(toProgress)
}

/** Adds a report, unless it says what the one before said. Keeps the newest `keep` of a command. */
export function appendProgress(db: WriteDb, commandId: number, progress: ProgressRow, keep: number): void {
  const last = one<ProgressRow>(
    db,
    'SELECT at, status, detail FROM command_progress WHERE command_id = ? ORDER BY id DESC LIMIT 1',
    commandId,
  )
  if (last?.status === progress.status && last.detail === progress.detail) return
  run(
    db,
    'INSERT INTO command_progress (command_id, at, status, detail) VALUES (?, ?, ?, ?)',
    commandId,
    progress.at,
    progress.status,
    progress.detail,
  )
  run(
    db,
    `DELETE FROM command_progress WHERE id <= (SELECT id FROM command_progress WHERE command_id = ?1
       ORDER BY id DESC LIMIT 1 OFFSET ?2) AND command_id = ?1`,
    commandId,
    keep,
  )
}

export function setOutcome(db: WriteDb, commandId: number, outcome: CommandOutcome | null, at: number): void {
  run(db, 'UPDATE command SET outcome = coalesce(?, outcome), changed_at = ? WHERE id = ?', outcome, at, commandId)
}

/** Limits that a station may have by now, by the numbers that they got; newest first, no more than `limit`. */
export function limitsOf(db: ReadDb, stationId: number, limit: number): { input: string; request_id: number }[] {
  return all(
    db,
    `SELECT input, request_id FROM command WHERE station_id = ? AND request_id IS NOT NULL AND name = 'limit-charging'
       AND state IN ('sent', 'accepted', 'unknown') ORDER BY id DESC LIMIT ?`,
    stationId,
    limit,
  )
}

/** The transaction of a session at this station, for the commands that name it. */
export function transactionOf(
  db: ReadDb,
  stationId: number,
  sessionId: number,
): { transaction_id: string; evse_id: number | null; state: SessionState } | undefined {
  return one(
    db,
    'SELECT transaction_id, evse_id, state FROM session WHERE id = ? AND station_id = ?',
    sessionId,
    stationId,
  )
}
