import type { StationCommandInput, StationCommandName } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { Protocol } from '@shared/ocpp/station'
import type { Answer, CommandFacts, OutgoingFacts } from '../commands/dialect'
import type { CommandName, Commands } from '../stations/commands'
import type { ConnectionFacts } from '../stations/connection'
import type { StationRecord } from '../stations/stations'
import type { RawEvent } from '../store/queries/rawEvents'
import { contentKey, payloadText } from './contentKey'
import type { CsmsDomain } from './domain'
import type { IncomingCall } from './rpc/connection'
import { callFrame } from './rpc/frame'
import { writtenPayload } from './writtenPayload'

/** Everything an incoming message is handled with. */
export interface Incoming {
  readonly station: StationRecord
  readonly connection: ConnectionFacts
  readonly domain: CsmsDomain
  readonly call: IncomingCall
  /** By this server's clock. */
  readonly receivedAt: number
}

/**
 * How one action that a station sends is handled: `csms/<version>/actions/<Action>.ts` exports one as its default.
 * The payload has been validated against the version's schema.
 */
export interface Inbound<Request, Response> {
  readonly direction: 'in'
  readonly action: string
  /** What is done with it, in a line of docs/ocpp.md. */
  readonly note: string
  /** Served before the manager has admitted the station: only what it needs to introduce itself (B02.FR.09). */
  readonly beforeAdmission: boolean
  /**
   * True for messages that carry energy facts: one that does not match its schema is kept with the reason before it
   * is refused, because the station will discard it after its last try (E13.FR.04).
   */
  readonly keepInvalid: boolean
  handle(incoming: Incoming, request: Request): Response | Promise<Response>
}

/**
 * A command of the operator in the words of one message; several where one has no room for it. Null when this message
 * can't say it in this form (another one of the version may), or the reason why it can't be said at all.
 */
export type Wording<Name extends StationCommandName, Request> = (
  input: StationCommandInput<Name>,
  facts: CommandFacts,
) => Request | readonly Request[] | NotPossible | null

/** What the program itself asks of stations, in the words of one message, and what the answer means to it. */
export interface Errand<Name extends CommandName, Request, Response> {
  toRequest(input: Commands[Name]['input'], protocol: Protocol): Request
  toOutcome(response: Response): Commands[Name]['outcome']
}

/** How one action that goes to a station is used: by commands, by errands, or written out by hand. */
export interface Outbound<Request extends object, Response>
  extends Omit<OutgoingFacts, 'numberIn' | 'reportScope' | 'whilePending'> {
  readonly direction: 'out'
  /** See OutgoingFacts. */
  numberIn?(request: Request): number
  /** For a request that has variables reported: whether the report will hold all that the station has. */
  reportScope?(request: Request): 'full' | 'part'
  /** Reads the answer, which has been validated against the version's schema. */
  answer(response: Response, request: Request): Answer
  readonly commands: { readonly [Name in StationCommandName]?: Wording<Name, Request> }
  readonly errands: { readonly [Name in CommandName]?: Errand<Name, Request, Response> }
}

export type AnyInbound = Inbound<never, object>
export type AnyOutbound = Outbound<never, never>

/** Declares an incoming action. `Request` and `Response` are the version's own types of it. */
export function inbound<Request, Response extends object>(
  action: string,
  handle: Inbound<Request, Response>['handle'],
  options: { readonly note: string; readonly beforeAdmission?: boolean; readonly keepInvalid?: boolean },
): Inbound<Request, Response> {
  const { note, beforeAdmission = false, keepInvalid = false } = options
  return { direction: 'in', action, note, beforeAdmission, keepInvalid, handle }
}

/** What an outgoing action is declared with; what is left out does not apply to it, but waiting does. */
type OutboundOptions<Request extends object, Response> = Pick<Outbound<Request, Response>, 'note' | 'answer'> &
  Partial<Omit<Outbound<Request, Response>, 'action' | 'direction'>>

/** Declares an outgoing action. `Request` and `Response` are the version's own types of it. */
export function outbound<Request extends object, Response>(
  action: string,
  options: OutboundOptions<Request, Response>,
): Outbound<Request, Response> {
  const { reportedBy = [] } = options
  const unless = { disruptive: false, canWait: true, numberedBy: null, commands: {}, errands: {} }
  return { direction: 'out', action, ...unless, reportedBy, goesOn: reportedBy.length > 0, ...options }
}

/**
 * The frame as the ledger appends it. Its content key leaves the message id out: a retry may carry a new one
 * (E13, 1.6 errata §3.18), and message ids are unique per connection at best. Key codes are blanked out first; such a
 * frame is kept as it was understood.
 */
export function toRawEvent(incoming: Incoming, transactionId: string | null, seqNo: number | null): RawEvent {
  const { call, station, connection, receivedAt } = incoming
  const payload = writtenPayload(call)
  return {
    stationId: station.id,
    protocol: connection.protocol,
    action: call.action,
    receivedAt,
    contentKey: contentKey(call.action, payload, payload === call.payload ? payloadText(call) : null),
    transactionId,
    seqNo,
    frame: payload === call.payload ? call.text : callFrame(call.id, call.action, payload),
  }
}
