import { APPROVERS_MAX, type Approver } from '@shared/contract/approvers'
import type { SecondPerson } from '@shared/contract/requests'
import { includesRight, RIGHT_OF_ROLE } from '@shared/contract/scopes'
import { AppError } from '@shared/errors'
import { comparable, hashPassword, readStoredPassword } from '../../access/password'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import { createTurns } from '../../inTurns'
import type { ChangedBy, Operators, Present } from '../../operators/operators'
import { createGuesses, type GuessLimits } from '../../secrets/guesses'
import type { WriteDb } from '../../store/handles'
import type { Store } from '../../store/open'
import { approverByName, approverRows, deleteApprover, insertApprover } from '../../store/queries/approvers'
import { appendAudit } from '../../store/queries/events'
import { putSetting, setting } from '../../store/queries/settings'
import type { RandomBytes } from '../serialNumber'

/** Wrong passphrases: these few in a quarter of an hour, then nobody is listened to until it is over. */
export const APPROVER_GUESSES: GuessLimits = { wrong: 5, windowMs: 15 * 60_000, addresses: 1 }

/** The second person did not prove who they are. `waitMs`: so long nobody is listened to. */
export type SecondRefused = { readonly kind: 'second-refused'; readonly waitMs: number }

/** Where operators sign in, they are the second people: those who are approvers otherwise are no longer asked. */
type Operated = { readonly kind: 'operators-instead' }

/**
 * The people one of whom has to confirm every approval, besides whoever sits at the console. It keeps one person from
 * approving alone at the screen; it is no wall against somebody who can change the files of this computer.
 *
 * As long as nobody signs in at the console they are a list of their own, and it is so as long as somebody stands in it.
 * Where operators sign in, they are the certificate officers among them, and whether two are needed is a switch.
 */
export interface SecondPeople {
  list(): Approver[]
  /**
   * Whether these are two of the operators who may decide. No script is one of them: whoever made its token would be
   * both; nor is whoever sat at the console before anybody signed in there.
   */
  areTwo(one: string, other: string): boolean
  /** Whether two people have to approve: there is somebody to confirm. */
  areNeeded(): boolean
  /** @returns null when it is one of them and the passphrase is right; wrong ones are audited */
  refuse(actor: string, person: SecondPerson): Promise<SecondRefused | null>
  add(
    actor: string,
    wanted: { readonly name: string; readonly passphrase: string; readonly confirm?: SecondPerson },
  ): Promise<
    { kind: 'added'; approverId: number } | { kind: 'name-taken' } | { kind: 'too-many' } | SecondRefused | Operated
  >
  /** @throws AppError UNKNOWN_APPROVER */
  remove(
    actor: string,
    approverId: number,
    confirm: SecondPerson,
  ): Promise<{ kind: 'removed' } | SecondRefused | Operated>
  /** Whether two of the operators are needed. Nobody can ask for it who would be the only one. */
  setWanted(
    actor: string,
    wanted: boolean,
    confirm?: SecondPerson,
  ): Promise<{ kind: 'saved' | 'nobody-else' | 'no-operators' } | SecondRefused>
  /**
   * Whether somebody has to confirm that it is changed who may sign in: else one person could make the second one.
   * `confirmedBy`: who did; null where nobody has to.
   */
  confirmChange(
    actor: string,
    confirm: SecondPerson | undefined,
  ): Promise<SecondRefused | { readonly kind: 'may'; readonly by: ChangedBy }>
}

export interface SecondPeopleDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly randomBytes: RandomBytes
  readonly operators: Operators
  readonly limits?: GuessLimits
}

/** All wrong passphrases count together: there is one console. */
const CONSOLE = 'console'

function fits(passphrase: string, stored: string): Promise<boolean> {
  const password = readStoredPassword(stored)
  return password.matches(comparable(Buffer.from(passphrase), password.isHex))
}

/** The first operator takes the place of the approvers: what they stood for, that two people are needed, stays. */
export function handOverToOperators(db: WriteDb, at: number): void {
  const rows = approverRows(db)
  if (rows.length === 0) return
  putSetting(db, 'two-people', '1')
  for (const { id, name } of rows) {
    deleteApprover(db, id)
    appendAudit(db, { at, actor: 'chargehand', action: 'approver-removed', subject: name, detail: {} })
  }
}

const isOfficer = ({ role }: Present) => includesRight(RIGHT_OF_ROLE[role], 'certify')

export function createSecondPeople(deps: SecondPeopleDeps): SecondPeople {
  const { store, clock, changes, randomBytes, operators, limits } = deps
  const guesses = createGuesses(clock, limits ?? APPROVER_GUESSES)
  const officers = () => operators.present().filter(isOfficer)
  const isOfficerNow = (actor: string) => officers().some(({ name }) => name === actor)

  const audit = (
    actor: string,
    action: 'approver-added' | 'approver-removed' | 'approver-wrong',
    name: string,
    confirmedBy: string | null,
  ) => ({ at: clock(), actor, action, subject: name, detail: confirmedBy === null ? {} : { confirmedBy } })
  const told = () => {
    changes.emit('approver', 0)
    // Whether rules do anything depends on it.
    changes.emit('deskRule', 0)
    changes.emit('audit', 0)
  }

  // One after the other: of many that are tried at once, only as many are looked at as may be wrong.
  const inTurn = createTurns(1)
  const refuse: SecondPeople['refuse'] = (actor, person) => inTurn(() => refuseNow(actor, person))
  const refuseOperator: SecondPeople['refuse'] = async (actor, { name, passphrase }) => {
    // A script is not the first of two, and does not get to try the PINs of people.
    const officer = isOfficerNow(actor) && officers().find((other) => other.name === name && name !== actor)
    const proof = officer ? await operators.prove(officer.id, passphrase) : ({ kind: 'wrong', waitMs: 0 } as const)
    return proof.kind === 'proved' ? null : { kind: 'second-refused', waitMs: proof.waitMs }
  }
  const refuseNow: SecondPeople['refuse'] = async (actor, { name, passphrase }) => {
    if (operators.exist()) return refuseOperator(actor, { name, passphrase })
    const waitMs = guesses.blockedFor(CONSOLE)
    if (waitMs > 0) return { kind: 'second-refused', waitMs }
    const row = approverByName(store.read, name)
    if (row && (await fits(passphrase, row.passphrase))) return null
    guesses.wrong(CONSOLE)
    await store.writer.write((db) => appendAudit(db, audit(actor, 'approver-wrong', name, null)))
    changes.emit('audit', 0)
    return { kind: 'second-refused', waitMs: guesses.blockedFor(CONSOLE) }
  }

  const areNeeded = () =>
    operators.exist() ? setting(store.read, 'two-people') === '1' : approverRows(store.read).length > 0
  const confirmed = async (actor: string, confirm: SecondPerson | undefined): Promise<SecondRefused | null> =>
    confirm ? refuse(actor, confirm) : { kind: 'second-refused', waitMs: 0 }
  const isAlone = (actor: string) => operators.exist() && officers().every(({ name }) => name === actor)

  return {
    list() {
      if (!operators.exist()) {
        return approverRows(store.read).map(({ id, name, added_at: addedAt }) => ({ id, name, addedAt }))
      }
      const ids = new Set(officers().map(({ id }) => id))
      return operators.list().filter(({ id }) => ids.has(id))
    },
    areTwo: (one, other) => one !== other && isOfficerNow(one) && isOfficerNow(other),
    areNeeded,
    refuse,
    // Whoever is the only one could not be confirmed by anybody, and nobody would ever be added.
    async confirmChange(actor, confirm) {
      const isAsked = areNeeded() && !isAlone(actor)
      const refused = isAsked ? await confirmed(actor, confirm) : null
      return refused ?? { kind: 'may', by: { actor, confirmedBy: (isAsked && confirm?.name) || null } }
    },

    async setWanted(actor, wanted, confirm) {
      if (!operators.exist()) return { kind: 'no-operators' }
      if (wanted && isAlone(actor)) return { kind: 'nobody-else' }
      const isAsked = areNeeded() && !wanted
      const refused = isAsked ? await confirmed(actor, confirm) : null
      if (refused) return refused
      const detail = { wanted, ...(isAsked && confirm ? { confirmedBy: confirm.name } : {}) }
      await store.writer.write((db) => {
        putSetting(db, 'two-people', wanted ? '1' : '0')
        appendAudit(db, { at: clock(), actor, action: 'two-people-set', subject: '', detail })
      })
      told()
      return { kind: 'saved' }
    },

    async add(actor, { name, passphrase, confirm }) {
      if (operators.exist()) return { kind: 'operators-instead' }
      const isFirst = !areNeeded()
      if (!isFirst) {
        const refused = confirm ? await refuse(actor, confirm) : ({ kind: 'second-refused', waitMs: 0 } as const)
        if (refused) return refused
      }
      const stored = await hashPassword(passphrase, randomBytes)
      const outcome = await store.writer.write((db) => {
        if (operators.exist()) return { kind: 'operators-instead' } as const
        const rows = approverRows(db)
        // Two windows at the same moment: only the first of all needs nobody to confirm.
        if (isFirst && rows.length > 0) return { kind: 'second-refused', waitMs: 0 } as const
        if (rows.length >= APPROVERS_MAX) return { kind: 'too-many' } as const
        if (rows.some((row) => row.name === name)) return { kind: 'name-taken' } as const
        const approverId = insertApprover(db, { name, passphrase: stored, added_at: clock() })
        appendAudit(db, audit(actor, 'approver-added', name, isFirst ? null : (confirm?.name ?? null)))
        return { kind: 'added', approverId } as const
      })
      if (outcome.kind === 'added') told()
      return outcome
    },

    async remove(actor, approverId, confirm) {
      if (operators.exist()) return { kind: 'operators-instead' }
      const row = approverRows(store.read).find(({ id }) => id === approverId)
      if (!row) throw new AppError('UNKNOWN_APPROVER')
      const refused = await refuse(actor, confirm)
      if (refused) return refused
      await store.writer.write((db) => {
        if (deleteApprover(db, approverId)) appendAudit(db, audit(actor, 'approver-removed', row.name, confirm.name))
      })
      told()
      return { kind: 'removed' }
    },
  }
}
