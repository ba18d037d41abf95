import { NumberForm } from '@shared/cardNumbers/numberForm'
import type { NamedCard } from '@shared/contract/readers'
import type { IdTokenType } from '@shared/ocpp/idToken'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

/** For whom a form counts. */
export type FormScope =
  | { readonly kind: 'station'; readonly stationId: number }
  | { readonly kind: 'model'; readonly vendor: string; readonly model: string }
  | { readonly kind: 'keyboard' }

/** A form that was learnt from a card. */
export interface StoredForm {
  readonly id: number
  readonly scope: FormScope
  readonly form: NumberForm
  readonly learntFrom: string
  readonly seenAs: string
  readonly learntAt: number
}

interface FormRow {
  id: number
  scope: 'station' | 'model' | 'keyboard'
  station_id: number | null
  vendor: string | null
  model: string | null
  form: string
  learnt_from: string
  seen_as: string
  learnt_at: number
}

export function allForms(db: ReadDb): StoredForm[] {
  return all<FormRow>(db, 'SELECT * FROM number_form ORDER BY id').map(toStoredForm)
}

function toStoredForm(row: FormRow): StoredForm {
  return {
    id: row.id,
    scope: scopeOf(row),
    form: NumberForm.parse(JSON.parse(row.form)),
    learntFrom: row.learnt_from,
    seenAs: row.seen_as,
    learntAt: row.learnt_at,
  }
}

function scopeOf({ scope, station_id, vendor, model }: FormRow): FormScope {
  if (scope === 'keyboard') return { kind: 'keyboard' }
  return scope === 'station'
    ? { kind: 'station', stationId: station_id ?? 0 }
    : { kind: 'model', vendor: vendor ?? '', model: model ?? '' }
}

/** Puts a form in the place of the one that the same scope had. */
export function putForm(db: WriteDb, { scope, form, learntFrom, seenAs, learntAt }: Omit<StoredForm, 'id'>): number {
  deleteFormOf(db, scope)
  return run(
    db,
    `INSERT INTO number_form (scope, station_id, vendor, model, form, learnt_from, seen_as, learnt_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    scope.kind,
    scope.kind === 'station' ? scope.stationId : null,
    scope.kind === 'model' ? scope.vendor : null,
    scope.kind === 'model' ? scope.model : null,
    JSON.stringify(form),
    learntFrom,
    seenAs,
    learntAt,
  ).id
}

export function deleteForm(db: WriteDb, id: number): boolean {
  return run(db, 'DELETE FROM number_form WHERE id = ?', id).changes > 0
}

/** @returns whether there was one */
export function deleteFormOf(db: WriteDb, scope: FormScope): boolean {
  return (
    run(
      db,
      `DELETE FROM number_form WHERE scope = ? AND ifnull(station_id, 0) = ? AND ifnull(vendor, '') = ?
       AND ifnull(model, '') = ?`,
      scope.kind,
      scope.kind === 'station' ? scope.stationId : 0,
      scope.kind === 'model' ? scope.vendor : '',
      scope.kind === 'model' ? scope.model : '',
    ).changes > 0
  )
}

interface NamedRow {
  id: number
  token: string
  token_type: IdTokenType
  holder: string
  label: string
}

const NAMED = 'SELECT id, token, token_type, holder, label FROM card'

const toNamed = (row: NamedRow): NamedCard => ({
  id: row.id,
  token: row.token,
  tokenType: row.token_type,
  holder: row.holder,
  label: row.label,
})

/** Cards of exactly this number, whatever their type; key codes are not shown to anybody. */
export function cardsOfNumber(db: ReadDb, token: string): NamedCard[] {
  return all<NamedRow>(db, `${NAMED} WHERE token = ? AND token_type <> 'KeyCode' ORDER BY id`, token).map(toNamed)
}

/** Whether any card has this number. */
export function hasCard(db: ReadDb, token: string): boolean {
  return one(db, 'SELECT 1 FROM card WHERE token = ? LIMIT 1', token) !== undefined
}

/** Types of cards whose number is a UID. */
const UID_TYPES = "('ISO14443', 'ISO15693')"

/** Cards whose number is a UID that begins with these hex digits and is longer; at most `limit`. */
export function longerCardsFrom(db: ReadDb, beginning: string, limit: number): NamedCard[] {
  // All numbers with a beginning stand next to each other, before those with the letter behind the last hex digit.
  return all<NamedRow>(
    db,
    `${NAMED} WHERE token > ?1 AND token < ?1 || 'G' AND token_type IN ${UID_TYPES} ORDER BY token LIMIT ?2`,
    beginning,
    limit,
  ).map(toNamed)
}

/** Cards whose number is a UID that ends with these hex digits and is longer; looks through all, at most `limit`. */
export function longerCardsTo(db: ReadDb, end: string, limit: number): NamedCard[] {
  return all<NamedRow>(
    db,
    `${NAMED} WHERE substr(token, -length(?1)) = ?1 AND length(token) > length(?1) AND token_type IN ${UID_TYPES}
     ORDER BY token LIMIT ?2`,
    end,
    limit,
  ).map(toNamed)
}

/** How many of the newest entries of the log are looked at: somebody is waiting for what has just been presented. */
const PRESENTED_LATELY = 2_000

interface PresentedRow {
  token: string
  at: number
  status: string
}

/** What was presented at a station since a moment, the newest first; key codes are hidden in the table itself. */
export function presentedSince(db: ReadDb, stationId: number, since: number, limit: number): PresentedRow[] {
  return all(
    db,
    `SELECT token, at, status FROM authorization_log
     WHERE group_id > (SELECT max(id) FROM presented) - ${PRESENTED_LATELY}
       AND (group_station IS NULL OR group_station = ?1) AND group_at >= ?2 AND station_id = ?1 AND at >= ?2
     ORDER BY group_id DESC, id DESC LIMIT ?3`,
    stationId,
    since,
    limit,
  )
}
