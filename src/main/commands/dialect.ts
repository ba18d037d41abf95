import type { StationCommand, StationCommandName } from '@shared/commands'
import type { NotPossible, Verdict } from '@shared/commands/standing'
import type { PayloadProblem } from '@shared/contract/commands'
import type { IdToken } from '@shared/ocpp/idToken'
import type { Protocol } from '@shared/ocpp/station'
import type { LearnedVariable } from '@shared/ocpp/variable'
import type { ListedCard } from '../cards/listing'
import type { FirmwareFacts } from './files'

/** What a station's answer means, read by the version that it came in. */
export interface Answer {
  readonly verdict: Verdict
  /** The station's own status, as it spelt it; a count where the answer has one for each part. */
  readonly status: string
  /** Further words of the station. */
  readonly reason: string | null
  /** Values of variables that the answer told. */
  readonly learned?: readonly LearnedVariable[]
  /** Those are all that the station has. */
  readonly learnedAll?: boolean
  /** Nothing more will come, though the message usually goes on after its answer. */
  readonly over?: boolean
  /** The other messages of the command make no sense after this answer. */
  readonly endsRest?: boolean
}

/** How many parts a station takes in one message; null where it has not told. */
export interface MessageRoom {
  readonly variablesRead: number | null
  readonly variablesWritten: number | null
  readonly listEntries: number | null
  readonly monitorsCleared: number | null
}

/** What a command needs to know beyond its input, looked up when it is sent. */
export interface CommandFacts {
  readonly protocol: Protocol
  /** Positive and never used before in this site: becomes the requestId, remoteStartId, … of the message. */
  readonly number: number
  readonly now: number
  /** The card that the command names; null when it names none. */
  readonly card: { readonly token: IdToken; readonly group: string } | null
  /** The cards of a local list, and those to be taken out of it. */
  readonly cards: readonly ListedCard[]
  readonly removedCards: readonly ListedCard[]
  readonly session: {
    readonly transactionId: string
    readonly evseId: number | null
    readonly running: boolean
  } | null
  /** The connectors that the station has told of; the station as a whole is none. */
  readonly connectors: readonly { readonly evseId: number; readonly connectorId: number }[]
  /** The charging profile that a new limit takes the place of; null for none. */
  readonly replaces: number | null
  /** Where the station is to fetch or put a file; '' when the command has none. */
  readonly url: string
  /** How many parts this station takes in one message, as far as it has told. */
  readonly takes: MessageRoom
  /** What goes along with the firmware of this site that the command names. */
  readonly firmware: FirmwareFacts | null
}

/** What is known of a message that can be sent, whatever it says. */
export interface OutgoingFacts {
  readonly action: string
  /** What it is for, in a line. */
  readonly note: string
  /** It ends or hinders charging, or can leave the station out of reach. */
  readonly disruptive: boolean
  /** It may wait for a station that is offline. */
  readonly canWait: boolean
  /** A station that has not been let in yet may get it (B02.FR.05). */
  readonly whilePending: boolean
  /** The incoming actions that tell about it after its answer. */
  readonly reportedBy: readonly string[]
  /** It is not done with its answer: one of `reportedBy` will say how it ended. */
  readonly goesOn: boolean
  /** The field of the request that those reports repeat; null when there is none. */
  readonly numberedBy: string | null
  /** The number of a request that is kept for later commands and stands in no field of its own (charging profiles). */
  readonly numberIn?: (request: object) => number
  /** For a request that has variables reported: whether the report will hold all that the station has. */
  readonly reportScope?: (request: object) => 'full' | 'part'
}

/** A command as it goes out: usually one message, several where one can't hold it. */
export interface Worded {
  readonly action: string
  readonly payloads: readonly object[]
}

/** One OCPP version, as far as commands need it; the CSMS provides it. */
export interface Dialect {
  readonly protocol: Protocol
  readonly outgoing: ReadonlyMap<string, OutgoingFacts>
  /** The actions that can carry a command, none when the version has no word for it. */
  carriers(name: StationCommandName): readonly string[]
  /** Says a command in this version's words, or why that is not possible. */
  word(command: StationCommand, facts: CommandFacts): Worded | { readonly notPossible: NotPossible }
  /**
   * The official JSON schema of a request; the number that is filled in when it is left out is optional.
   * @throws when there is no such action
   */
  schema(action: string): Readonly<Record<string, unknown>>
  /** What does not fit the official schema, unknown fields included; empty when all does. */
  check(action: string, payload: unknown): PayloadProblem[]
  /** Reads the answer to a request; both have been checked. */
  read(action: string, answer: object, request: object): Answer
}

export type Dialects = Readonly<Record<Protocol, Dialect>>
