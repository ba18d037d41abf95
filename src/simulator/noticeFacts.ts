import type { CardName } from './authorization/localList'
import type { MeterReading } from './meter'
import type { Settings } from './options'

/** What a charger knows when it is to say something: the material of `Dialect.notices`. */
export interface NoticeFacts {
  readonly settings: Settings
  readonly firmware: string
  readonly now: Date
  readonly phases: 1 | 3
  /** The EVSE it is about: the first with a session, else the first. */
  readonly evseId: number
  readonly reading: MeterReading
  /** The running session there; null: none. */
  readonly session: { readonly transactionId: string | null; readonly card: CardName; readonly startedAt: Date } | null
  /** A number that fits whatever request there was. */
  readonly requestId: number
  /** PEM of a certificate request; an empty text when none was made. */
  readonly csr: string
}
