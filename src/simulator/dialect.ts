import type { IdToken } from '@shared/ocpp/idToken'
import type { Protocol } from '@shared/ocpp/station'
import type { Commander, CommandPort } from './commandPort'
import type { Evse } from './evse'
import type { FirmwareOrder, FirmwareStatus } from './files/firmware'
import type { LogOrder, LogStatus } from './files/logUpload'
import type { MeterReading } from './meter'
import type { NoticeFacts } from './noticeFacts'
import type { Settings } from './options'
import type { Moment, Session } from './session'

export type BootReason = 'PowerUp' | 'RemoteReset' | 'Triggered' | 'FirmwareUpdate'

export interface Message {
  readonly action: string
  readonly payload: object
}

/** A message about a session; the payload is asked for when it is sent, since 1.6 learns its transaction id late. */
export interface SessionMessage {
  readonly action: string
  readonly payload: () => object
  readonly essential: boolean
}

/** What a server said about a card. `status` in the version's own spelling. */
export interface CardAnswer {
  readonly status: string
  readonly group: string | null
  /** Until when it may be remembered; null: nothing was said. */
  readonly expiresAt: Date | null
}

/** Everything in which the versions differ. The charger decides; a dialect only says it, and understands. */
export interface Dialect {
  readonly protocol: Protocol
  /** Name of the event that a refused certificate raises (A02.FR.07). */
  readonly invalidCertificateEvent: string
  readonly boot: (settings: Settings, firmware: string, reason: BootReason) => Message
  readonly heartbeat: () => Message
  /** What the server would see; told only when it changes. */
  readonly statusWord: (evse: Evse) => string
  readonly status: (evse: Evse, at: Date) => Message
  /** 1.6 also has a status of the whole charge point (connector 0). */
  readonly ownStatus: (at: Date) => Message | null
  readonly authorize: (token: IdToken) => Message
  readonly readAuthorize: (payload: object) => CardAnswer
  /** Null when the version has no message for it. May count the session's sequence on. */
  readonly session: (session: Session, moment: Moment, phases: 1 | 3) => SessionMessage | null
  /** What the answer to a session's message said; 1.6 learns the transaction id here. Null: nothing about the card. */
  readonly readSession: (session: Session, moment: Moment['kind'], payload: object) => CardAnswer | null
  /** The meter outside a session, on demand. */
  readonly meterValues: (evse: Evse, reading: MeterReading, at: Date, phases: 1 | 3) => Message
  /** `requestId` is told from 2.1 on. */
  readonly signCertificate: (csrPem: string, requestId: number) => Message
  readonly securityEvent: (type: string, at: Date, techInfo: string | null) => Message
  /** Null: the version has no word for that status. `extended`: asked for with 1.6's ExtendedTriggerMessage. */
  readonly firmwareStatus: (status: FirmwareStatus, order: FirmwareOrder | null, extended: boolean) => Message | null
  readonly logStatus: (status: LogStatus, order: LogOrder | null, extended: boolean) => Message | null
  readonly reservationStatus: (id: number, status: 'Expired' | 'Removed') => Message | null
  /** Every message a charger of this version can send, with an honest content; a SEND too. */
  readonly notices: Readonly<Record<string, (facts: NoticeFacts) => object>>
  /** What carries out the server's commands, with the state that only this version has. */
  readonly commander: (port: CommandPort) => Commander
}
