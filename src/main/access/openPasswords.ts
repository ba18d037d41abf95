import type { SecurityRow } from '../store/queries/security'

/** A password that was made for a station, and that it may have or not. */
interface OpenPassword {
  /** When it was made, which tells it from the others of the station. Milliseconds. */
  readonly at: number
  /** As hashPassword wrote it. */
  readonly hash: string
}

type Row = Pick<SecurityRow, 'password' | 'password_at' | 'next_password' | 'next_password_at'>
type Passwords = Partial<Row>

/** Most of a station that count beside the one before: each is one more that a guess may hit, and one more hash to try. */
export const OPEN_PASSWORDS_MAX = 4

/**
 * The passwords that count beside the one before, the newest last. There may be several: a station that answered neither
 * of two may have each of them, and none may be forgotten before it has shown which.
 */
export function openPasswords({ next_password: text, next_password_at: at }: Row): readonly OpenPassword[] {
  if (text === null) return []
  return text.split('\n').map((line) => {
    const [hash = '', made] = line.split(' ')
    return { hash, at: made === undefined ? (at ?? 0) : Number(made) }
  })
}

function kept(open: readonly OpenPassword[]): Pick<Row, 'next_password' | 'next_password_at'> {
  const newest = open.at(-1)
  if (newest === undefined) return { next_password: null, next_password_at: null }
  return { next_password: open.map(({ hash, at }) => `${hash} ${at}`).join('\n'), next_password_at: newest.at }
}

/** When the next password is to have been made, at a time: no two of a station are of the same millisecond. */
export function madeAt(row: Row, now: number): number {
  return Math.max(now, (row.next_password_at ?? row.password_at ?? 0) + 1)
}

/** One more password counts. Of too many the oldest counts no more. */
export function withOpenPassword(row: Row, made: OpenPassword): Passwords {
  return kept([...openPasswords(row), made].slice(-OPEN_PASSWORDS_MAX))
}

/**
 * The station has the password that was made at `at`: those before count no more (A01.FR.03). It may have been told of
 * those after that and not have taken them yet, so they go on.
 */
export function withTaken(row: Row, at: number): Passwords {
  const open = openPasswords(row)
  const taken = open.find((each) => each.at === at)
  if (!taken) return {}
  return { password: taken.hash, password_at: taken.at, ...kept(open.filter((each) => each.at > at)) }
}

/** The station does not have the password that was made at `at`: the others go on. */
export function withoutRefused(row: Row, at: number): Passwords {
  const open = openPasswords(row)
  return open.some((each) => each.at === at) ? kept(open.filter((each) => each.at !== at)) : {}
}
