import type { LocalListState } from '@shared/contract/localLists'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'
import type { CardFactsRow } from './cards'

export interface LocalListRow {
  station_id: number
  kept: 0 | 1
  version: number | null
  state: LocalListState
  in_step_since: number | null
  capacity_seen: number | null
  problem: string | null
}

export function localListOf(db: ReadDb, stationId: number): LocalListRow {
  return (
    one<LocalListRow>(db, 'SELECT * FROM local_list WHERE station_id = ?', stationId) ?? {
      station_id: stationId,
      kept: 1,
      version: null,
      state: 'unknown',
      in_step_since: null,
      capacity_seen: null,
      problem: null,
    }
  )
}

export function saveLocalList(db: WriteDb, row: LocalListRow): void {
  run(
    db,
    `INSERT INTO local_list (station_id, kept, version, state, in_step_since, capacity_seen, problem)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT DO UPDATE SET kept = ?2, version = ?3, state = ?4, in_step_since = ?5, capacity_seen = ?6, problem = ?7`,
    row.station_id,
    row.kept,
    row.version,
    row.state,
    row.in_step_since,
    row.capacity_seen,
    row.problem,
  )
}

/** The lists that were to come into step and did not, of whatever station. */
export function listsToTryAgain(db: ReadDb): { station_id: number; state: 'behind' | 'failed' }[] {
  return all(db, "SELECT station_id, state FROM local_list WHERE state IN ('behind', 'failed')")
}

export interface ListEntryRow {
  key: string
  card_id: number
  entry: string
}

/** What a station's list holds, as far as it is known. */
export function entriesOf(db: ReadDb, stationId: number): ListEntryRow[] {
  return all(db, 'SELECT key, card_id, entry FROM local_list_entry WHERE station_id = ? ORDER BY key', stationId)
}

export function putListEntry(db: WriteDb, stationId: number, { key, card_id, entry }: ListEntryRow): void {
  run(
    db,
    `INSERT INTO local_list_entry (station_id, key, card_id, entry) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT DO UPDATE SET card_id = ?3, entry = ?4`,
    stationId,
    key,
    card_id,
    entry,
  )
}

export function removeListEntry(db: WriteDb, stationId: number, key: string): void {
  run(db, 'DELETE FROM local_list_entry WHERE station_id = ? AND key = ?', stationId, key)
}

export function clearListEntries(db: WriteDb, stationId: number): void {
  run(db, 'DELETE FROM local_list_entry WHERE station_id = ?', stationId)
}

export type ListableRow = CardFactsRow & { token: string; offline: 'auto' | 'first' }

/** The cards that may stand in a list: the chosen ones first, then those that were enrolled first. */
export function listableCards(db: ReadDb): ListableRow[] {
  return all(
    db,
    `SELECT id, token, token_type, card_group, valid_from, valid_until, blocked, master_pass, rules, language, message,
       offline
     FROM card WHERE offline <> 'never' AND token_type NOT IN ('KeyCode', 'NoAuthorization')
     ORDER BY offline = 'first' DESC, id`,
  )
}

/** The next moment after `now` at which a card begins or ends to be valid. */
export function nextValidityChange(db: ReadDb, now: number): number | null {
  return (
    one<{ at: number | null }>(
      db,
      `SELECT min(at) AS at FROM (SELECT min(valid_from) AS at FROM card WHERE valid_from > ?1
         UNION ALL SELECT min(valid_until) FROM card WHERE valid_until > ?1)`,
      now,
    )?.at ?? null
  )
}
