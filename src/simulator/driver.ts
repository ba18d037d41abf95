import { canonicalToken, type IdToken } from '@shared/ocpp/idToken'
import type { KnownCards } from './authorization/knownCards'
import type { SessionView } from './chargerEvents'
import type { CardAnswer, Dialect } from './dialect'
import type { Evse } from './evse'
import type { CallOutcome } from './link/callOutcome'
import type { Delivery, Outbox } from './outbox'
import type { Session } from './session'
import type { Sessions } from './sessions'
import type { Variables } from './variables'

/** What came of presenting a card. */
export type CardOutcome =
  /** `status`: what the server answered to the start; null when it said nothing about the card, or there was no link. */
  | { readonly outcome: 'started'; readonly status: string | null; readonly session: SessionView }
  | { readonly outcome: 'stopped'; readonly session: SessionView; readonly delivery: Delivery | null }
  /** The server's own word: Blocked, Expired, Invalid, Unknown, ConcurrentTx… */
  | { readonly outcome: 'refused'; readonly status: string }
  | { readonly outcome: 'not-possible'; readonly why: Obstacle }
  /** The server gave no proper answer to Authorize. */
  | { readonly outcome: 'unanswered'; readonly answer: CallOutcome }

export type Obstacle =
  | 'no-such-evse'
  | 'not-accepted'
  | 'faulted'
  | 'unavailable'
  | 'busy'
  | 'other-session'
  | 'offline'
  | 'queue-full'
  | 'reserved'

export interface DriverParts {
  readonly dialect: Dialect
  readonly sessions: Sessions
  readonly outbox: Outbox
  readonly variables: Variables
  readonly cards: KnownCards
  readonly now: () => Date
  /** Somebody else has reserved it. */
  readonly reserved: (evse: Evse, token: IdToken, group: string | null) => boolean
  readonly accepted: () => boolean
  readonly call: (action: string, payload: object) => Promise<CallOutcome>
  /** Null when the link is lost meanwhile: nobody then waits for an answer that comes much later. */
  readonly unlessLost: <T>(promise: Promise<T>) => Promise<T | null>
  readonly plug: (evse: Evse) => void
  readonly changed: (evse: Evse) => void
}

/** The person at the charger: presents a card, plugs in, takes the cable away again. */
export class Driver {
  readonly #parts: DriverParts

  constructor(parts: DriverParts) {
    this.#parts = parts
  }

  async present(evse: Evse, token: IdToken): Promise<CardOutcome> {
    const obstacle = this.#obstacle(evse)
    if (obstacle) return { outcome: 'not-possible', why: obstacle }
    evse.busy = true
    this.#parts.changed(evse)
    try {
      return evse.session ? await this.#stop(evse, evse.session, token) : await this.#start(evse, token)
    } finally {
      evse.busy = false
      this.#parts.changed(evse)
    }
  }

  /** What the server, or without it the charger, says to a card that is not here: a remote start. */
  async isWelcome(token: IdToken): Promise<boolean> {
    const card = await this.#authorize(token)
    if (card === 'offline') return this.#parts.variables.allowUnknownOffline
    return !('answer' in card) && card.status === 'Accepted'
  }

  async #start(evse: Evse, token: IdToken): Promise<CardOutcome> {
    const { outbox, sessions } = this.#parts
    if (outbox.full) return { outcome: 'not-possible', why: 'queue-full' }
    const pluggedFirst = evse.plugged
    const card = await this.#authorize(token)
    if (card === 'offline' && !this.#parts.variables.allowUnknownOffline)
      return { outcome: 'not-possible', why: 'offline' }
    if (card !== 'offline' && 'answer' in card) return { outcome: 'unanswered', answer: card.answer }
    if (card !== 'offline' && card.status !== 'Accepted') return { outcome: 'refused', status: card.status }
    const group = card === 'offline' ? null : card.group
    if (this.#parts.reserved(evse, token, group)) return { outcome: 'not-possible', why: 'reserved' }
    // Authorize took its time: a remote start or a fault may have come between.
    if (evse.session) return { outcome: 'not-possible', why: 'other-session' }
    if (evse.fault) return { outcome: 'not-possible', why: 'faulted' }
    if (!evse.plugged) {
      evse.unplugsItself = true
      this.#parts.plug(evse)
    }
    const delivery = sessions.start(evse, {
      token,
      group,
      trigger: pluggedFirst ? 'Authorized' : 'CablePluggedIn',
      remoteStartId: null,
    })
    const session: Session | null = evse.session
    if (!session) return { outcome: 'not-possible', why: 'other-session' }
    const told = await this.#parts.unlessLost(delivery)
    const status = told ? startStatus(this.#parts.dialect, session, told) : null
    if (status !== null && status !== 'Accepted') return { outcome: 'refused', status }
    return { outcome: 'started', status, session: sessions.view(evse, session) }
  }

  async #stop(evse: Evse, session: Session, token: IdToken): Promise<CardOutcome> {
    const { sessions, unlessLost } = this.#parts
    if (canonicalToken(token.value) !== canonicalToken(session.token.value)) {
      const card = await this.#authorize(token)
      if (card === 'offline') return { outcome: 'not-possible', why: 'other-session' }
      if ('answer' in card) return { outcome: 'unanswered', answer: card.answer }
      if (card.status !== 'Accepted') return { outcome: 'refused', status: card.status }
      if (!sameGroup(card.group, session.group)) return { outcome: 'not-possible', why: 'other-session' }
    }
    // From here on nobody checks a card any more: the connector shows what the session leaves behind.
    evse.busy = false
    const delivery = evse.session === session ? sessions.end(evse, 'local', token) : null
    const view = sessions.view(evse, session)
    return { outcome: 'stopped', session: view, delivery: delivery && (await unlessLost(delivery)) }
  }

  async #authorize(token: IdToken): Promise<CardAnswer | 'offline' | { readonly answer: CallOutcome }> {
    const { call, cards, dialect, now, variables } = this.#parts
    const known = cards.find(token, now())
    // C12, C14: a card that is known to be good need not be asked about; any other is (C10.FR.03).
    if (variables.localPreAuthorize && known?.status === 'Accepted') return known
    const { action, payload } = dialect.authorize(token)
    const answer = await call(action, payload)
    // C13, C15: without a link, what is known decides.
    if (answer.kind === 'offline') return (variables.localAuthorizeOffline && known) || 'offline'
    if (answer.kind !== 'answered') return { answer }
    const card = dialect.readAuthorize(answer.payload)
    cards.learn(token, card)
    return card
  }

  #obstacle(evse: Evse): Obstacle | null {
    if (!this.#parts.accepted()) return 'not-accepted'
    if (evse.busy) return 'busy'
    if (evse.fault) return 'faulted'
    if (!evse.operative) return 'unavailable'
    return null
  }
}

function startStatus(dialect: Dialect, session: Session, delivery: Delivery): string | null {
  if (delivery.kind !== 'answered') return null
  return dialect.readSession(session, 'started', delivery.payload)?.status ?? null
}

function sameGroup(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && canonicalToken(one) === canonicalToken(other)
}
