import { oc } from '@orpc/contract'
import { z } from 'zod'
import { STATION_COMMAND_NAMES, StationCommand } from '../commands'
import { COMMAND_GROUPS } from '../commands/command'
import { COMMAND_STATES, NOT_POSSIBLE, OUTCOMES, VERDICTS } from '../commands/standing'
import { PROTOCOLS } from '../ocpp/station'
import { Told } from '../told'
import { mayFailWith } from './errors'
import { feed, Id, PageRequest, page, Time } from './feed'
import { StationRef } from './stations'

/** One thing that a station reported about a command, such as “Downloading”. */
export const CommandProgress = z.object({
  at: Time,
  /** As the station spelt it. */
  status: z.string(),
  detail: z.string().nullable(),
  /** What this computer itself noted; null for what the station said. `detail` has its text. */
  told: Told.nullable(),
})
export type CommandProgress = z.infer<typeof CommandProgress>

export const Command = z.object({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  /** In whose name it was sent. */
  actor: z.string(),
  /** The site's own command, or null for a message written out by hand. */
  name: z.enum(STATION_COMMAND_NAMES).nullable(),
  /** The OCPP action that carries it. */
  action: z.string(),
  /** What was asked for: the command's input, or the payload written by hand. Passwords are hidden. */
  input: z.record(z.string(), z.unknown()),
  state: z.enum(COMMAND_STATES),
  /** Meaning of the answer; null until there is one. */
  verdict: z.enum(VERDICTS).nullable(),
  /** The station's own status or error code, as it spelt it. */
  status: z.string().nullable(),
  /** Further words of the station, or why it could not be sent. */
  reason: z.string().nullable(),
  /** The payload of the answer; an array when it took several messages. Null when it was too large to keep. */
  answer: z.unknown().nullable(),
  /** For what takes time: how it goes on after the answer. Null for what is done with the answer. */
  outcome: z.enum(OUTCOMES).nullable(),
  /** What the station reported last about it. */
  latest: CommandProgress.nullable(),
  /** The number under which the station reports about it; null where the message has none. */
  requestId: z.number().int().nullable(),
  createdAt: Time,
  /** How long it may wait for the station; null when it may not. */
  waitUntil: Time.nullable(),
  sentAt: Time.nullable(),
  answeredAt: Time.nullable(),
})
export type Command = z.infer<typeof Command>

/** A command of the site's own that the station's version can carry. Its input is in `@shared/commands`. */
export const CatalogueCommand = z.object({
  name: z.enum(STATION_COMMAND_NAMES),
  group: z.enum(COMMAND_GROUPS),
  disruptive: z.boolean(),
  canWait: z.boolean(),
  /** The OCPP actions that carry it, by what is asked. */
  actions: z.array(z.string()),
})

/** A message of the station's version that can be written out by hand. */
export const CatalogueAction = z.object({
  action: z.string(),
  /** What it is for, in a line. */
  note: z.string(),
  disruptive: z.boolean(),
  canWait: z.boolean(),
})

/** A JSON schema (draft-06 of OCPP's official sets). */
const JsonSchema = z.record(z.string(), z.unknown())

/** What does not fit the official schema: where, and which limit. */
export const PayloadProblem = z.object({
  /** JSON pointer to the field, '' for the payload itself. */
  path: z.string(),
  message: z.string(),
})
export type PayloadProblem = z.infer<typeof PayloadProblem>

export const SendOutcome = z.discriminatedUnion('kind', [
  /** On its way; the answer is in the command, which `get` and `watchOpen` show. */
  z.object({ kind: z.literal('sent'), command: Command }),
  /** Kept until the station is back. */
  z.object({ kind: z.literal('waiting'), command: Command }),
  /** The station is not connected, and it was not to wait. */
  z.object({ kind: z.literal('offline'), command: Command }),
  z.object({ kind: z.literal('not-possible'), reason: z.enum(NOT_POSSIBLE) }),
  /** It does not fit the official schema of the message; nothing was stored. */
  z.object({ kind: z.literal('invalid'), problems: z.array(PayloadProblem) }),
])
export type SendOutcome = z.infer<typeof SendOutcome>

/** Until when it may wait for an offline station; null for not at all. */
const WaitUntil = Time.nullable().default(null)

export const commands = {
  /** What this station can be told, by the version it speaks or spoke last; null when it never was connected. */
  catalogue: oc
    .route({ method: 'GET', path: '/stations/{stationId}/commands/catalogue' })
    .input(StationRef)
    .output(
      z.object({
        protocol: z.enum(PROTOCOLS).nullable(),
        commands: z.array(CatalogueCommand),
        actions: z.array(CatalogueAction),
      }),
    )
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** The official schema of a message in the station's version. A `requestId` that is left out is filled in. */
  form: oc
    .route({ method: 'GET', path: '/stations/{stationId}/commands/form/{action}' })
    .input(StationRef.extend({ action: z.string().max(50) }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('form'), schema: JsonSchema }),
        z.object({ kind: z.literal('not-possible'), reason: z.enum(['never-connected', 'not-in-version']) }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Sends a command of the site's own. */
  send: oc
    .route({ method: 'POST', path: '/stations/{stationId}/commands' })
    .input(StationRef.extend({ command: StationCommand, waitUntil: WaitUntil }))
    .output(SendOutcome)
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Sends any message of the station's version, written out by hand and checked against the official schema. */
  sendAction: oc
    .route({ method: 'POST', path: '/stations/{stationId}/commands/action' })
    .input(
      StationRef.extend({
        action: z.string().max(50),
        payload: z.record(z.string(), z.unknown()),
        waitUntil: WaitUntil,
      }),
    )
    .output(SendOutcome)
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Calls back a command that has not been sent yet. */
  cancel: oc
    .route({ method: 'POST', path: '/commands/{commandId}/cancel' })
    .input(z.object({ commandId: Id }))
    .output(z.object({ kind: z.enum(['cancelled', 'too-late']), command: Command }))
    .errors(mayFailWith('UNKNOWN_COMMAND')),

  /** All commands, newest first. */
  find: oc
    .route({ method: 'GET', path: '/commands' })
    .input(PageRequest.extend({ stationId: Id.optional(), state: z.enum(COMMAND_STATES).optional() }))
    .output(page(Command)),

  get: oc
    .route({ method: 'GET', path: '/commands/{commandId}' })
    .input(z.object({ commandId: Id }))
    .output(z.object({ command: Command, progress: z.array(CommandProgress) }))
    .errors(mayFailWith('UNKNOWN_COMMAND')),

  /** The commands that wait, are sent and not answered, or go on after their answer. One that is done is removed. */
  watchOpen: oc.route({ method: 'GET', path: '/commands/open/watch' }).output(feed(Command)),
}
