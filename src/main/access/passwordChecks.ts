import { createHmac, randomBytes } from 'node:crypto'
import { comparable, readStoredPassword } from './password'

/** Bounds of what checking passwords may cost. */
export interface PasswordLimits {
  /** Checks that run at the same time: each takes a thread and 16 MiB for some tens of milliseconds. */
  readonly checksAtOnce: number
  /** Checks of all callers that may wait for their turn; beyond it a caller is told to come again later. */
  readonly checksWaiting: number
  /** Checks of one network address that run or wait: one that guesses keeps no others out. */
  readonly checksPerAddress: number
  /** Wrong passwords of one station that are remembered, so that the same again costs nothing. */
  readonly wrongRemembered: number
}

export const PASSWORD_LIMITS: PasswordLimits = {
  checksAtOnce: 2,
  checksWaiting: 100,
  checksPerAddress: 8,
  wrongRemembered: 8,
}

/** Which of a station's passwords fits; null when none does, `busy` when there is no room to find out. */
export type CheckOutcome = { readonly kind: 'fits'; readonly stored: string } | { readonly kind: 'wrong' | 'busy' }

/** Checks passwords, each only once: what was right stays right until another one is stored. */
export interface PasswordChecks {
  /** @param stored the passwords that are valid now, as hashPassword wrote them */
  check(stationId: number, remoteAddress: string, sent: Uint8Array, stored: readonly string[]): Promise<CheckOutcome>
}

/**
 * A thousand stations that come back at once cost a keyed hash each and no scrypt. Nothing that is remembered helps to
 * guess a password: the key is made at every start and is nowhere else.
 */
export function createPasswordChecks(limits: PasswordLimits): PasswordChecks {
  const key = randomBytes(32)
  const right = new Map<number, { readonly digest: string; readonly stored: string }>()
  const wrong = new Map<number, Set<string>>()
  const perAddress = new Map<string, number>()
  const queue: (() => void)[] = []
  let running = 0

  const digestOf = (parts: readonly (string | Buffer)[]) => {
    const hmac = createHmac('sha256', key)
    for (const part of parts) hmac.update(String(part.length)).update(':').update(part)
    return hmac.digest('base64')
  }

  const turn = async <Result>(remoteAddress: string, work: () => Promise<Result>): Promise<Result | 'busy'> => {
    const ofAddress = perAddress.get(remoteAddress) ?? 0
    if (ofAddress >= limits.checksPerAddress) return 'busy'
    if (running >= limits.checksAtOnce && queue.length >= limits.checksWaiting) return 'busy'
    perAddress.set(remoteAddress, ofAddress + 1)
    // Whoever ends hands its place on: nobody who comes in between takes it.
    if (running >= limits.checksAtOnce) await new Promise<void>((resolve) => queue.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
      const left = (perAddress.get(remoteAddress) ?? 1) - 1
      if (left > 0) perAddress.set(remoteAddress, left)
      else perAddress.delete(remoteAddress)
    }
  }

  const rememberWrong = (stationId: number, digest: string) => {
    const known = wrong.get(stationId) ?? new Set<string>()
    wrong.set(stationId, known.add(digest))
    const [oldest] = known
    if (known.size > limits.wrongRemembered && oldest !== undefined) known.delete(oldest)
  }

  return {
    async check(stationId, remoteAddress, sent, stored) {
      for (const each of stored) {
        const password = readStoredPassword(each)
        const bytes = comparable(sent, password.isHex)
        const digest = digestOf([each, bytes])
        const known = right.get(stationId)
        if (known?.stored === each && known.digest === digest) return { kind: 'fits', stored: each }
        if (wrong.get(stationId)?.has(digest)) continue
        const fits = await turn(remoteAddress, () => password.matches(bytes))
        if (fits === 'busy') return { kind: 'busy' }
        if (fits) {
          right.set(stationId, { digest, stored: each })
          return { kind: 'fits', stored: each }
        }
        rememberWrong(stationId, digest)
      }
      return { kind: 'wrong' }
    },
  }
}
