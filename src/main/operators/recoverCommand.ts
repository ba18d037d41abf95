import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError, fillSentence } from '@shared/errors'
import type { Speech } from '@shared/words/speech'
import { hashPassword } from '../access/password'
import { type Home, moveIn } from '../home'
import type { Options } from '../options'
import { phrase } from '../phrase'
import { startFault } from '../startFault'
import { openStore, type Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { operatorRows, setOperatorSecret, updateOperator } from '../store/queries/operators'
import { isSameName } from './takenNames'

export interface RecoverCommand {
  readonly options: Options
  /** The operator's name. */
  readonly name: string
  /** The data folder, when the host had to make it before. */
  readonly home?: Home
  readonly speech: Speech
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

const OPTION = '--recover-administrator'
/** Without letters that are taken for others: the password is typed from a terminal into another window. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Makes an operator an administrator again, with a new password, for whoever owns the data folder: they could change the
 * database itself, so this opens no new door. It is in the audit trail. @returns what is to be printed
 * @throws AppError BAD_OPTION for a name that nobody has, and those of the data folder; nothing is changed then
 */
export async function recoverAdministrator({
  options,
  name,
  home,
  speech,
  now = Date.now,
}: RecoverCommand): Promise<string> {
  let store: Store | undefined
  try {
    const { folder } = home ?? moveIn(options)
    // A folder without a site is left as it is.
    if (!existsSync(path.join(folder, 'chargehand.db'))) throw bad('noOperators', {})
    // Nothing is written lazily here.
    store = openStore({ folder, onLazyFailure() {} })
    const rows = operatorRows(store.read)
    const operator = rows.find((row) => isSameName(row.name, name))
    if (rows.length === 0) throw bad('noOperators', {})
    if (!operator) throw bad('noOperator', { names: rows.map((row) => row.name).join(', ') })
    const password = newPassword()
    const stored = await hashPassword(password, randomBytes)
    await store.writer.write((db) => {
      updateOperator(db, { id: operator.id, role: 'administrator', is_disabled: 0 })
      setOperatorSecret(db, operator.id, stored)
      const detail = { operatorRole: operator.role, disabled: operator.is_disabled === 1 }
      appendAudit(db, {
        at: now(),
        actor: 'command line',
        action: 'operator-recovered',
        subject: operator.name,
        detail,
      })
    })
    if (options.json) return JSON.stringify({ recovered: operator.name, password })
    return fillSentence(speech.words.options.recovered, { name: operator.name, password })
  } catch (error) {
    throw startFault(error, options.dataFolder)
  } finally {
    store?.close()
  }
}

function bad(problem: 'noOperators' | 'noOperator', data: Record<string, string>): AppError {
  return new AppError('BAD_OPTION', { option: OPTION, problem: phrase(`options.problem.${problem}`, data) })
}

/** Three groups of four: 59 random bits, and it is changed after the first sign-in. */
function newPassword(): string {
  const letters: string[] = []
  while (letters.length < 12) {
    // Bytes that would make some letters likelier than others are left out.
    const [byte = 0] = randomBytes(1)
    if (byte < 256 - (256 % LETTERS.length)) letters.push(LETTERS[byte % LETTERS.length] ?? '')
  }
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
}
