import type { Dialect } from './dialect'
import type { Evse } from './evse'
import type { CallOutcome } from './link/callOutcome'
import { checkRequest, checkSend, type SchemaCheck } from './link/schemas'
import type { NoticeFacts } from './noticeFacts'
import type { Settings } from './options'
import { requestKey } from './pki/keys'
import type { Sessions } from './sessions'
import type { Variables } from './variables'

/** What became of a message; one that nobody answers is only sent. */
export type NoticeOutcome = CallOutcome | { readonly kind: 'unconfirmed' }

export interface NoticesParts {
  readonly settings: Settings
  readonly variables: Variables
  readonly dialect: Dialect
  readonly evses: readonly Evse[]
  readonly sessions: Sessions
  readonly now: () => Date
  readonly nextRequestId: () => number
  readonly call: (action: string, payload: object) => Promise<CallOutcome>
  readonly sendUnconfirmed: (action: string, payload: object) => boolean
}

/** Messages that are never answered (2.1 SEND). */
const UNCONFIRMED = new Set(['NotifyPeriodicEventStream'])

/** Every message a charger can send, on demand. */
export class Notices {
  readonly #parts: NoticesParts

  constructor(parts: NoticesParts) {
    this.#parts = parts
  }

  /** The actions of this version that a charger sends. */
  get actions(): readonly string[] {
    return Object.keys(this.#parts.dialect.notices)
  }

  /**
   * Sends one with an honest content; what `parts` names is put in its place, and undefined is left out. Throws when the
   * result does not fit the official schema: a message that is to be wrong goes out with `call`.
   */
  async send(action: string, parts: object): Promise<NoticeOutcome> {
    const { call, dialect, sendUnconfirmed } = this.#parts
    const build = dialect.notices[action]
    if (!build) throw new Error(`${action} is not sent by a charger of ${dialect.protocol}`)
    const merged = { ...build(await this.#facts(action)), ...parts }
    const payload = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
    const unconfirmed = UNCONFIRMED.has(action)
    const check: SchemaCheck = (unconfirmed ? checkSend : checkRequest)(dialect.protocol, action, payload)
    if (!check.ok) throw new Error(`${action} does not fit its schema: ${check.problems.join('; ')}`)
    if (!unconfirmed) return call(action, payload)
    return sendUnconfirmed(action, payload) ? { kind: 'unconfirmed' } : { kind: 'offline' }
  }

  async #facts(action: string): Promise<NoticeFacts> {
    const { evses, nextRequestId, now, sessions, settings, variables } = this.#parts
    const evse = evses.find(({ session }) => session !== null) ?? evses[0]
    if (!evse) throw new Error('a charger has an EVSE')
    const { session } = evse
    const csr =
      action === 'SignCertificate'
        ? (await requestKey(settings.keyType, settings.serialNumber, variables.organisation)).csrPem
        : ''
    return {
      settings,
      firmware: variables.firmware,
      now: now(),
      phases: settings.phases,
      evseId: evse.id,
      reading: sessions.reading(evse),
      session: session && {
        transactionId: session.transactionId,
        card: session.token,
        startedAt: session.startedAt,
      },
      requestId: nextRequestId(),
      csr,
    }
  }
}
