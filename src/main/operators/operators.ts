import type { AuditDetail } from '@shared/auditFields'
import type { Operator, Role } from '@shared/contract/operators'
import { OPERATORS_MAX } from '@shared/contract/operators'
import { AppError } from '@shared/errors'
import { comparable, hashPassword, readStoredPassword } from '../access/password'
import type { RandomBytes } from '../ca/serialNumber'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { createTurns } from '../inTurns'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import {
  deleteOperator,
  hasOperators,
  insertOperator,
  noteOperatorSeen,
  noteOperatorWrong,
  type OperatorRow,
  operatorById,
  operatorRows,
  setOperatorSecret,
  updateOperator,
} from '../store/queries/operators'
import { putSetting, setting } from '../store/queries/settings'
import { GUESSING, type GuessingLimits, waitAfterWrong } from './guessing'
import { leavesAdministrator } from './lastAdministrator'
import { isTakenName } from './takenNames'

/** Minutes of stillness after which the console locks itself, unless somebody chose others. */
export const IDLE_MINUTES = 15

/** Somebody who is there, as far as what they may do goes. */
export interface Present {
  readonly id: number
  readonly name: string
  readonly role: Role
}

/**
 * Whether a PIN or password was the right one. `kept`: as it is kept, salted and hashed. `waitMs`: so long this operator
 * is not listened to.
 */
export type Proof =
  | { readonly kind: 'proved'; readonly operator: Present; readonly kept: string }
  | { readonly kind: 'wrong'; readonly waitMs: number }

/** Who changes something, and the second person who confirmed it; null where nobody had to. */
export interface ChangedBy {
  readonly actor: string
  readonly confirmedBy: string | null
}

type Saved = { readonly kind: 'saved' }
type LastAdministrator = { readonly kind: 'last-administrator' }

/** Who may use the console. None at all: everybody who can open it. */
export interface Operators {
  /** Whether anybody has to sign in. */
  exist(): boolean
  list(): Operator[]
  /** Who may sign in. */
  present(): Present[]
  /** Somebody who may sign in; null for who was removed or switched off, or has another PIN than the one kept so. */
  find(operatorId: number, kept: string): Present | null
  /** The first one has to be an administrator. @throws AppError SIGN_IN_FIRST when it should be the first and is not */
  add(
    by: ChangedBy,
    wanted: { readonly name: string; readonly role: Role; readonly secret: string },
    /** Given where nobody has to sign in yet; called before anybody is told. */
    asFirst?: (operatorId: number, kept: string) => void,
  ): Promise<
    | { readonly kind: 'added'; readonly operatorId: number }
    | { readonly kind: 'name-taken' | 'too-many' | 'administrator-first' }
  >
  /** @throws AppError UNKNOWN_OPERATOR */
  change(
    by: ChangedBy,
    operatorId: number,
    to: { readonly role?: Role; readonly disabled?: boolean },
  ): Promise<Saved | LastAdministrator>
  /**
   * Whoever signed in with the one before has to sign in again, wherever they sit. @throws AppError UNKNOWN_OPERATOR
   * @param before told how the new one will be kept
   */
  setSecret(by: ChangedBy, operatorId: number, secret: string, before?: (kept: string) => void): Promise<void>
  /** @throws AppError UNKNOWN_OPERATOR */
  remove(by: ChangedBy, operatorId: number): Promise<{ readonly kind: 'removed' } | LastAdministrator>
  /** Wrong ones are counted, kept and audited; whoever waits is not looked at. */
  prove(operatorId: number, secret: string): Promise<Proof>
  /** Null: the console never locks itself. */
  idleMinutes(): number | null
  setIdle(actor: string, minutes: number | null): Promise<void>
}

export interface OperatorsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly randomBytes: RandomBytes
  /** Called in the transaction that writes the first one. */
  readonly onFirst?: (db: WriteDb) => void
  readonly limits?: Partial<GuessingLimits>
}

const presentOf = ({ id, name, role }: OperatorRow): Present => ({ id, name, role })

export function createOperators(deps: OperatorsDeps): Operators {
  const { store, clock, changes, randomBytes } = deps
  const { read, writer } = store
  const limits = { ...GUESSING, ...deps.limits }

  const waitOf = (row: OperatorRow) =>
    waitAfterWrong({ wrongTimes: row.wrong_times, wrongAt: row.wrong_at }, clock(), limits)
  const told = () => {
    changes.emit('operator', 0)
    // Officers are the second people of the request desk.
    changes.emit('approver', 0)
    changes.emit('audit', 0)
  }
  /** Works on an operator as it is at its turn. @throws AppError UNKNOWN_OPERATOR */
  const change = async <Result>(operatorId: number, work: (db: WriteDb, row: OperatorRow) => Result) => {
    const done = await writer.write((db) => {
      const row = operatorById(db, operatorId)
      return row && { result: work(db, row) }
    })
    if (!done) throw new AppError('UNKNOWN_OPERATOR')
    told()
    return done.result
  }
  const standings = (db: WriteDb) =>
    operatorRows(db).map(({ id, role, is_disabled }) => ({ id, role, disabled: is_disabled === 1 }))
  const audit = (
    db: WriteDb,
    { actor, confirmedBy }: ChangedBy,
    action: `operator-${'added' | 'changed' | 'secret-set' | 'removed' | 'wrong'}`,
    subject: string,
    detail: AuditDetail = {},
  ) => {
    const whole = confirmedBy === null ? detail : { ...detail, confirmedBy }
    appendAudit(db, { at: clock(), actor, action, subject, detail: whole })
  }

  // One after the other: of many that are tried at once, only as many are looked at as may be wrong.
  const inTurn = createTurns(1)
  const prove = async (operatorId: number, secret: string): Promise<Proof> => {
    const row = operatorById(read, operatorId)
    if (!row || row.is_disabled === 1) return { kind: 'wrong', waitMs: 0 }
    const waitMs = waitOf(row)
    if (waitMs > 0) return { kind: 'wrong', waitMs }
    const stored = readStoredPassword(row.secret)
    if (await stored.matches(comparable(Buffer.from(secret), stored.isHex))) {
      await writer.write((db) => noteOperatorSeen(db, operatorId, clock()))
      return { kind: 'proved', operator: presentOf(row), kept: row.secret }
    }
    await writer.write((db) => {
      noteOperatorWrong(db, operatorId, clock())
      // Who typed it is what nobody knows.
      audit(db, { actor: 'console', confirmedBy: null }, 'operator-wrong', row.name)
    })
    changes.emit('audit', 0)
    const after = operatorById(read, operatorId)
    return { kind: 'wrong', waitMs: after ? waitOf(after) : 0 }
  }

  return {
    exist: () => hasOperators(read),
    list: () =>
      operatorRows(read).map((row) => ({
        ...presentOf(row),
        disabled: row.is_disabled === 1,
        addedAt: row.added_at,
        addedBy: row.added_by,
        lastSeenAt: row.last_seen_at,
        waitMs: waitOf(row),
      })),
    present: () =>
      operatorRows(read)
        .filter(({ is_disabled }) => is_disabled === 0)
        .map(presentOf),
    find(operatorId, kept) {
      const row = operatorById(read, operatorId)
      return row && row.is_disabled === 0 && row.secret === kept ? presentOf(row) : null
    },

    async add(by, { name, role, secret }, asFirst) {
      const stored = await hashPassword(secret, randomBytes)
      const outcome = await writer.write((db) => {
        const rows = operatorRows(db)
        // Somebody else was faster: whoever was let in because nobody had to sign in is not any more.
        if (rows.length > 0 && asFirst) throw new AppError('SIGN_IN_FIRST')
        if (rows.length === 0 && role !== 'administrator') return { kind: 'administrator-first' } as const
        if (rows.length >= OPERATORS_MAX) return { kind: 'too-many' } as const
        if (isTakenName(name, rows)) return { kind: 'name-taken' } as const
        if (rows.length === 0) deps.onFirst?.(db)
        const row = { name, role, secret: stored, added_at: clock(), added_by: rows.length === 0 ? name : by.actor }
        const operatorId = insertOperator(db, row)
        // The first one is signed in by that.
        if (asFirst) noteOperatorSeen(db, operatorId, clock())
        audit(db, by, 'operator-added', name, { operatorRole: role })
        return { kind: 'added', operatorId } as const
      })
      if (outcome.kind !== 'added') return outcome
      asFirst?.(outcome.operatorId, stored)
      told()
      return outcome
    },

    change: (by, operatorId, to) =>
      change(operatorId, (db, row) => {
        const before = { role: row.role, disabled: row.is_disabled === 1 }
        const after = { ...before, ...to }
        if (!leavesAdministrator(standings(db), operatorId, after)) return { kind: 'last-administrator' }
        updateOperator(db, { id: operatorId, role: after.role, is_disabled: after.disabled ? 1 : 0 })
        const detail = {
          ...(before.role === after.role ? {} : { operatorRole: [before.role, after.role] }),
          ...(before.disabled === after.disabled ? {} : { disabled: [before.disabled, after.disabled] }),
        }
        if (Object.keys(detail).length > 0) audit(db, by, 'operator-changed', row.name, detail)
        return { kind: 'saved' }
      }),

    async setSecret(by, operatorId, secret, before) {
      const stored = await hashPassword(secret, randomBytes)
      before?.(stored)
      await change(operatorId, (db, row) => {
        setOperatorSecret(db, operatorId, stored)
        audit(db, by, 'operator-secret-set', row.name)
      })
    },

    remove: (by, operatorId) =>
      change(operatorId, (db, row) => {
        if (!leavesAdministrator(standings(db), operatorId, null)) return { kind: 'last-administrator' }
        deleteOperator(db, operatorId)
        audit(db, by, 'operator-removed', row.name, { operatorRole: row.role })
        return { kind: 'removed' }
      }),

    prove: (operatorId, secret) => inTurn(() => prove(operatorId, secret)),

    idleMinutes() {
      const kept = setting(read, 'idle-minutes')
      return kept === undefined ? IDLE_MINUTES : (JSON.parse(kept) as number | null)
    },
    async setIdle(actor, minutes) {
      await writer.write((db) => {
        putSetting(db, 'idle-minutes', JSON.stringify(minutes))
        appendAudit(db, { at: clock(), actor, action: 'idle-lock-set', subject: '', detail: { minutes } })
      })
      told()
    },
  }
}
