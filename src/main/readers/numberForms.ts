import { learnForm } from '@shared/cardNumbers/learnForm'
import { type NumberForm, readNumber, spell } from '@shared/cardNumbers/numberForm'
import { isUid, readUid } from '@shared/cardNumbers/uid'
import type { LearnOutcome, NamedCard, StationForm, TapOutcome } from '@shared/contract/readers'
import { AppError } from '@shared/errors'
import { canonicalToken } from '@shared/ocpp/idToken'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { StationRecord, Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  allForms,
  cardsOfNumber,
  deleteForm,
  deleteFormOf,
  type FormScope,
  hasCard,
  longerCardsFrom,
  longerCardsTo,
  putForm,
  type StoredForm,
} from '../store/queries/numberForms'
import type { WriteJob } from '../store/writer'
import type { CardNumbers } from './cardNumbers'
import { respellUnknown } from './respellUnknown'

export interface Calibration {
  readonly stationId: number
  /** The card's number as it is stored. */
  readonly uid: string
  /** How the station wrote it. */
  readonly seen: string
  readonly scope: 'station' | 'model'
  readonly acceptLeftOut: boolean
}

export type CalibrationOutcome =
  | { kind: 'applied'; form: StationForm }
  | { kind: 'leaves-out'; form: NumberForm }
  | { kind: 'plain' | 'ambiguous' | 'no-spelling' | 'no-model' }

/** How chargers and keyboard readers write numbers, as single cards taught it. */
export interface NumberForms extends CardNumbers {
  all(): StationForm[]
  /** @throws AppError UNKNOWN_STATION */
  calibrate(actor: string, calibration: Calibration): Promise<CalibrationOutcome>
  /** Forgets what was learnt of a station or a model. @returns false when there is no such */
  forget(actor: string, id: number): Promise<boolean>
  keyboard(): StoredForm | null
  learnKeyboard(actor: string, uid: string, text: string): Promise<LearnOutcome>
  forgetKeyboard(actor: string): Promise<boolean>
  /** What a text means that a keyboard reader typed. */
  typed(text: string): TapOutcome
}

export interface NumberFormsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record'>
}

/** Hex digits of UIDs as keyboard readers type them without any form: nothing about those is unclear but their order. */
const TYPED_UID = /^(?:[0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{16}|[0-9A-F]{20})$/
/** Ten digits are the decimal of four bytes far more often than the hex of five. */
const DECIMAL_OF_FOUR = /^\d{10}$/

const KEYBOARD: FormScope = { kind: 'keyboard' }

export function createNumberForms({ store, clock, changes, stations }: NumberFormsDeps): NumberForms {
  const { read, writer } = store
  const ofStation = new Map<number, StoredForm>()
  const ofModel = new Map<string, StoredForm>()
  let ofKeyboard: StoredForm | null = null

  const modelKey = (vendor: string, model: string) => JSON.stringify([vendor, model])
  const load = () => {
    ofStation.clear()
    ofModel.clear()
    ofKeyboard = null
    for (const stored of allForms(read)) {
      if (stored.scope.kind === 'keyboard') ofKeyboard = stored
      else if (stored.scope.kind === 'station') ofStation.set(stored.scope.stationId, stored)
      else ofModel.set(modelKey(stored.scope.vendor, stored.scope.model), stored)
    }
  }
  load()

  const write = async <Result>(job: WriteJob<Result>): Promise<Result> => {
    const result = await writer.write(job)
    load()
    changes.emit('numberForm', 0)
    changes.emit('audit', 0)
    return result
  }

  const formOf = (stationId: number): NumberForm | null => {
    if (ofStation.size === 0 && ofModel.size === 0) return null
    const own = ofStation.get(stationId)
    if (own) return own.form
    const row = stations.record(stationId)?.row
    return (row?.vendor != null && row.model != null && ofModel.get(modelKey(row.vendor, row.model))?.form) || null
  }

  /** The cards that may be meant by what a text in a form stands for. */
  const meantBy = (numbers: readonly string[], form: NumberForm): NamedCard[] =>
    numbers.flatMap((bytes) => {
      const whole = cardsOfNumber(read, bytes).filter(({ tokenType }) => isUidType(tokenType))
      if (form.keep === null || bytes.length !== form.keep.bytes * 2) return whole
      const longer = form.keep.end === 'first' ? longerCardsFrom : longerCardsTo
      return [...whole, ...longer(read, bytes, 2).filter(({ token }) => spell(token, form) !== null)]
    })

  const toStationForm = (stored: StoredForm): StationForm | null => {
    const { scope } = stored
    if (scope.kind === 'keyboard') return null
    if (scope.kind === 'model') return { ...stored, scope }
    return { ...stored, scope: { ...scope, stationIdentity: stations.record(scope.stationId)?.identity ?? '' } }
  }

  /** What the audit trail calls the place that a form belongs to. */
  const nameOf = (scope: FormScope): string => {
    if (scope.kind === 'keyboard') return 'keyboard reader'
    return scope.kind === 'station'
      ? (stations.record(scope.stationId)?.identity ?? '')
      : `${scope.vendor} ${scope.model}`
  }

  const remember = (actor: string, stored: Omit<StoredForm, 'id'>) =>
    write((db) => {
      const id = putForm(db, stored)
      const { learntFrom, seenAs, learntAt: at } = stored
      const subject = nameOf(stored.scope)
      appendAudit(db, { at, actor, action: 'number-form-learnt', subject, detail: { card: learntFrom, seenAs } })
      return { ...stored, id }
    })

  const forgetIn = (actor: string, scope: FormScope, remove: Parameters<typeof write<boolean>>[0]) =>
    write((db) => {
      const gone = remove(db)
      const subject = nameOf(scope)
      if (gone) appendAudit(db, { at: clock(), actor, action: 'number-form-forgotten', subject, detail: {} })
      return gone
    })

  const scopeFor = ({ scope, stationId }: Calibration, { row }: StationRecord): FormScope | null => {
    if (scope === 'station') return { kind: 'station', stationId }
    return row.vendor === null || row.model === null ? null : { kind: 'model', vendor: row.vendor, model: row.model }
  }

  const cardFor: CardNumbers['cardFor'] = (stationId, token) => {
    const form = formOf(stationId)
    if (form === null || (token.type !== null && !isUidType(token.type))) return token
    const text = canonicalToken(token.value)
    if (hasCard(read, text)) return token
    const numbers = readNumber(text, form)
    const [card, another] = meantBy(numbers, form)
    if (another !== undefined) return token
    if (card !== undefined) return { value: card.token, type: token.type === null ? null : card.tokenType }
    // A card that nobody has enrolled is told by its number too, where that is whole and can be no other one.
    const [uid, other] = numbers.filter(isUid)
    return form.keep !== null || uid === undefined || other !== undefined ? token : { ...token, value: uid }
  }

  return {
    cardFor,

    numberFor(stationId, token) {
      const form = formOf(stationId)
      if (form === null || token.type === null || !isUidType(token.type) || !isUid(token.value)) return token
      return { ...token, value: spell(token.value, form) ?? token.value }
    },

    all: () => allForms(read).flatMap((stored) => toStationForm(stored) ?? []),

    async calibrate(actor, calibration) {
      const station = stations.record(calibration.stationId)
      if (!station) throw new AppError('UNKNOWN_STATION')
      const { uid, seen } = calibration
      const scope = scopeFor(calibration, station)
      if (scope === null) return { kind: 'no-model' }
      const learnt = learnForm(uid, seen)
      if (learnt.kind === 'plain') {
        await forgetIn(actor, scope, (db) => deleteFormOf(db, scope))
        return { kind: 'plain' }
      }
      if (learnt.kind !== 'form') return learnt
      const { form } = learnt
      if (learnt.leavesOut && !calibration.acceptLeftOut) return { kind: 'leaves-out', form }
      const stored = await remember(actor, { scope, form, learntFrom: uid, seenAs: seen, learntAt: clock() })
      const told = await writer.write((db) => respellUnknown(db, read, { cardFor }))
      for (const id of told) changes.emit('unknownCard', id)
      const shown = toStationForm(stored)
      return shown === null ? { kind: 'no-model' } : { kind: 'applied', form: shown }
    },

    async forget(actor, id) {
      const stored = allForms(read).find((one) => one.id === id && one.scope.kind !== 'keyboard')
      return stored === undefined ? false : forgetIn(actor, stored.scope, (db) => deleteForm(db, id))
    },

    keyboard: () => ofKeyboard,

    async learnKeyboard(actor, uid, text) {
      const learnt = learnForm(uid, text)
      if (learnt.kind === 'form') {
        await remember(actor, {
          scope: KEYBOARD,
          form: learnt.form,
          learntFrom: uid,
          seenAs: text,
          learntAt: clock(),
        })
      } else if (learnt.kind === 'plain' && ofKeyboard !== null) {
        await forgetIn(actor, KEYBOARD, (db) => deleteFormOf(db, KEYBOARD))
      }
      return learnt
    },

    forgetKeyboard: (actor) =>
      ofKeyboard === null ? Promise.resolve(false) : forgetIn(actor, KEYBOARD, (db) => deleteFormOf(db, KEYBOARD)),

    typed(text) {
      const typed = canonicalToken(text)
      // A card that is enrolled under just what was typed is that card, whatever a form would make of it.
      const [same] = cardsOfNumber(read, typed)
      if (same) return { kind: 'card', token: same.token, tokenType: same.tokenType, card: same }
      // Hex of a UID that is not in the learnt form comes from another reader, and is what it is without any form.
      const inForm = ofKeyboard === null ? null : typedInForm(typed, ofKeyboard.form)
      if (inForm !== null) return inForm
      if (DECIMAL_OF_FOUR.test(typed) || !TYPED_UID.test(typed)) return { kind: 'refused', reason: 'unknown-form' }
      return ofUid(typed)
    },
  }

  /** Null when the text is not in the form. */
  function typedInForm(typed: string, form: NumberForm): TapOutcome | null {
    const numbers = readNumber(typed, form)
    const [card, another] = meantBy(numbers, form)
    if (card !== undefined && another === undefined) {
      return { kind: 'card', token: card.token, tokenType: card.tokenType, card }
    }
    if (numbers.length === 0) return null
    const uid = numbers.find(isUid)
    if (uid === undefined || another !== undefined) return { kind: 'refused', reason: 'unknown-form' }
    // What a reader leaves out can't be made up: its number is not the card's.
    if (form.keep !== null && uid.length === form.keep.bytes * 2) return { kind: 'refused', reason: 'cut-uid' }
    return ofUid(uid)
  }

  function ofUid(uid: string): TapOutcome {
    const reading = readUid(uid)
    if (reading.kind === 'refused') return reading
    const { token, tokenType } = reading
    const cards = cardsOfNumber(read, token)
    const card = cards.find((one) => one.tokenType === tokenType) ?? cards[0] ?? null
    return { kind: 'card', token, tokenType: card?.tokenType ?? tokenType, card }
  }
}

function isUidType(type: string): boolean {
  return type === 'ISO14443' || type === 'ISO15693'
}
