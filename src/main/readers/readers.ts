import { otherSpellings, type SpellingDifference } from '@shared/cardNumbers/otherSpellings'
import { readUid } from '@shared/cardNumbers/uid'
import type { NamedCard, Presented, ReaderState, Tap, TapOutcome } from '@shared/contract/readers'
import { canonicalToken } from '@shared/ocpp/idToken'
import type { Logger } from 'pino'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { cardsOfNumber, longerCardsFrom, longerCardsTo, presentedSince } from '../store/queries/numberForms'
import { putSetting, setting } from '../store/queries/settings'
import type { NumberForms } from './numberForms'
import type { FromReader } from './process/messages'
import type { LaunchReader } from './readerProcess'
import { AT_FIRST, type Happening, shownState, standingAfter } from './readerState'
import { SUPERVISOR_LIMITS, type Supervisor, type SupervisorLimits, superviseReader } from './supervisor'
import { createTaps, TAPS_KEPT } from './taps'

/** An enrolled card that may be the card of a number in another spelling. */
export interface SpelledOtherwise {
  readonly card: NamedCard
  readonly how: SpellingDifference
}

/** The readers at the desk: how they stand, and what is laid on them. */
export interface Readers {
  state(): ReaderState
  /** Whether a reader was ever plugged in; kept with the site. */
  everSeen(): boolean
  taps(): Tap[]
  tap(id: number): Tap | undefined
  /** Starts the process that reads cards anew. @returns false when this program has none */
  tryAgain(): boolean
  /** For a warning at enrolment; nothing is decided by it. */
  otherSpellings(token: string): SpelledOtherwise[]
  /** What was presented at a station since a moment, the newest first, at most ten. */
  presentedAt(stationId: number, since: number): Presented[]
  readonly forms: NumberForms
  close(): void
}

export interface ReadersDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly forms: NumberForms
  readonly log: Pick<Logger, 'info' | 'warn'>
  /** Starts the process that reads cards; without it there are no USB readers. */
  readonly launch?: LaunchReader
  readonly limits?: Partial<SupervisorLimits>
  readonly platform?: NodeJS.Platform
}

/** Most cards that are named as other spellings of one. */
const SPELLINGS_MAX = 5
const PRESENTED_MAX = 10

export function createReaders(deps: ReadersDeps): Readers {
  const { store, clock, changes, forms, log, launch, platform = process.platform } = deps
  const { read } = store
  const taps = createTaps(clock)
  let standing = AT_FIRST
  let everSeen = setting(read, 'reader-seen') !== undefined
  let supervisor: Supervisor | null = null

  const happened = (happening: Happening) => {
    const next = standingAfter(standing, happening)
    if (next === standing) return
    standing = next
    if (next.readers.length > 0) remember()
    changes.emit('reader', 0)
  }

  const remember = () => {
    if (everSeen) return
    everSeen = true
    const kept = store.writer.write((db) => putSetting(db, 'reader-seen', String(clock())))
    // Its disk may be full: the next start asks again, and nothing hangs on it.
    kept.catch((error) => log.warn({ error }, 'that a reader was seen could not be kept'))
  }

  const tapped = (reader: string, outcome: TapOutcome) => {
    const id = taps.add(reader, outcome)
    changes.emit('tap', id)
    // The one that is no longer kept goes from the screens, too.
    if (id > TAPS_KEPT) changes.emit('tap', id - TAPS_KEPT)
  }

  const ofUid = (uid: string): TapOutcome => {
    const reading = readUid(uid)
    if (reading.kind === 'refused') return reading
    const { token, tokenType } = reading
    return { kind: 'card', token, tokenType, card: enrolled(token, tokenType) }
  }
  const enrolled = (token: string, tokenType: string): NamedCard | null => {
    const cards = cardsOfNumber(read, token)
    return cards.find((card) => card.tokenType === tokenType) ?? cards[0] ?? null
  }

  const said = (message: FromReader) => {
    happened({ kind: 'said', message })
    switch (message.kind) {
      case 'card':
        return tapped(message.reader, ofUid(message.uid))
      case 'refused':
        return tapped(message.reader, { kind: 'refused', reason: message.reason })
      case 'service':
        return log.info({ state: message.state, detail: message.detail }, 'smart-card service')
    }
  }

  if (launch) {
    supervisor = superviseReader(
      launch,
      { ...SUPERVISOR_LIMITS, ...deps.limits },
      {
        said,
        silent() {
          log.warn('the smart-card service does not answer')
          happened({ kind: 'silent' })
        },
        ended(reason) {
          log.warn({ reason }, 'the process that reads cards has ended')
          happened({ kind: 'ended', reason })
        },
      },
    )
  }

  /** The newest state of a tap: its card may have been enrolled meanwhile. */
  const fresh = (tap: Tap): Tap =>
    tap.outcome.kind === 'refused'
      ? tap
      : { ...tap, outcome: { ...tap.outcome, card: enrolled(tap.outcome.token, tap.outcome.tokenType) } }

  return {
    forms,
    state: () => (supervisor === null ? { kind: 'none' } : shownState(standing, platform)),
    everSeen: () => everSeen,
    taps: () => taps.list().map(fresh),
    tap(id) {
      const tap = taps.get(id)
      return tap && fresh(tap)
    },
    tryAgain() {
      supervisor?.again()
      return supervisor !== null
    },
    otherSpellings(text) {
      const token = canonicalToken(text)
      const { exact, begins, ends } = otherSpellings(token)
      const found = new Map<number, SpelledOtherwise>()
      const add = (cards: readonly NamedCard[], how: SpellingDifference) => {
        for (const card of cards) if (card.token !== token && !found.has(card.id)) found.set(card.id, { card, how })
      }
      for (const [spelling, how] of exact) add(cardsOfNumber(read, spelling), how)
      for (const beginning of begins) add(longerCardsFrom(read, beginning, SPELLINGS_MAX), 'longer')
      for (const end of ends) add(longerCardsTo(read, end, SPELLINGS_MAX), 'longer')
      return [...found.values()].slice(0, SPELLINGS_MAX)
    },
    presentedAt: (stationId, since) =>
      presentedSince(read, stationId, since, PRESENTED_MAX).map(({ token, at, status }) => ({
        token,
        at,
        known: status !== 'unknown',
      })),
    close: () => supervisor?.close(),
  }
}
