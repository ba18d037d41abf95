import { APPROVERS_MAX, type Approver } from '@shared/contract/approvers'
import type { SecondPerson } from '@shared/contract/requests'
import { AppError } from '@shared/errors'
import { comparable, hashPassword, readStoredPassword } from '../../access/password'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import { createGuesses, type GuessLimits } from '../../secrets/guesses'
import type { Store } from '../../store/open'
import { approverByName, approverRows, deleteApprover, insertApprover } from '../../store/queries/approvers'
import { appendAudit } from '../../store/queries/events'
import type { RandomBytes } from '../serialNumber'
import { createTurns } from './inTurns'

/** Wrong passphrases: these few in a quarter of an hour, then nobody is listened to until it is over. */
export const APPROVER_GUESSES: GuessLimits = { wrong: 5, windowMs: 15 * 60_000, addresses: 1 }

/** The second person did not prove who they are. `waitMs`: so long nobody is listened to. */
export type SecondRefused = { readonly kind: 'second-refused'; readonly waitMs: number }

/**
 * The people one of whom has to confirm every approval, besides whoever sits at the console. It keeps one person from
 * approving alone at the screen; it is no wall against somebody who can change the files of this computer.
 */
export interface SecondPeople {
  list(): Approver[]
  /** Whether two people have to approve: there is somebody to confirm. */
  areNeeded(): boolean
  /** @returns null when it is one of them and the passphrase is right; wrong ones are audited */
  refuse(actor: string, person: SecondPerson): Promise<SecondRefused | null>
  add(
    actor: string,
    wanted: { readonly name: string; readonly passphrase: string; readonly confirm?: SecondPerson },
  ): Promise<{ kind: 'added'; approverId: number } | { kind: 'name-taken' } | { kind: 'too-many' } | SecondRefused>
  /** @throws AppError UNKNOWN_APPROVER */
  remove(actor: string, approverId: number, confirm: SecondPerson): Promise<{ kind: 'removed' } | SecondRefused>
}

export interface SecondPeopleDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly randomBytes: RandomBytes
  readonly limits?: GuessLimits
}

/** All wrong passphrases count together: there is one console. */
const CONSOLE = 'console'

function fits(passphrase: string, stored: string): Promise<boolean> {
  const password = readStoredPassword(stored)
  return password.matches(comparable(Buffer.from(passphrase), password.isHex))
}

export function createSecondPeople({ store, clock, changes, randomBytes, limits }: SecondPeopleDeps): SecondPeople {
  const guesses = createGuesses(clock, limits ?? APPROVER_GUESSES)

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
  const refuseNow: SecondPeople['refuse'] = async (actor, { name, passphrase }) => {
    const waitMs = guesses.blockedFor(CONSOLE)
    if (waitMs > 0) return { kind: 'second-refused', waitMs }
    const row = approverByName(store.read, name)
    if (row && (await fits(passphrase, row.passphrase))) return null
    guesses.wrong(CONSOLE)
    await store.writer.write((db) => appendAudit(db, audit(actor, 'approver-wrong', name, null)))
    changes.emit('audit', 0)
    return { kind: 'second-refused', waitMs: guesses.blockedFor(CONSOLE) }
  }

  const areNeeded = () => approverRows(store.read).length > 0

  return {
    list: () => approverRows(store.read).map(({ id, name, added_at: addedAt }) => ({ id, name, addedAt })),
    areNeeded,
    refuse,

    async add(actor, { name, passphrase, confirm }) {
      const isFirst = !areNeeded()
      if (!isFirst) {
        const refused = confirm ? await refuse(actor, confirm) : ({ kind: 'second-refused', waitMs: 0 } as const)
        if (refused) return refused
      }
      const stored = await hashPassword(passphrase, randomBytes)
      const outcome = await store.writer.write((db) => {
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
