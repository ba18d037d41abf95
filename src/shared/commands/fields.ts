import { z } from 'zod'
import { Id, Time } from '../contract/feed'

/**
 * What a field holds, beyond its JSON type: a form offers the station's EVSEs, the enrolled cards, … instead of a bare
 * number. Stands in the JSON schema of an input as `field`.
 */
export const FIELD_KINDS = [
  'evse',
  'connector',
  'card',
  'cards',
  'session',
  'dateTime',
  'seconds',
  'firmware',
  'url',
  'pem',
  'longText',
  'reservation',
  'message',
  'component',
  'variable',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** Marks what a field holds. */
export function field<Schema extends z.ZodType>(kind: FieldKind, schema: Schema): Schema {
  return schema.meta({ field: kind }) as Schema
}

/** OCPP's integers have 32 bits. */
export const INTEGER_MAX = 2_147_483_647

/** The last moment that a timestamp of four-digit years can name (RFC 3339). */
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** Number of an EVSE, from 1; in 1.6, which knows none, the connector's. */
export const Evse = field('evse', z.number().int().min(1).max(INTEGER_MAX))
export const Connector = field('connector', z.number().int().min(1).max(INTEGER_MAX))
/** An enrolled card, by its number in this site: the identifier itself is looked up when the command goes out. */
export const CardChoice = field('card', Id)
export const SessionChoice = field('session', Id)
export const Moment = field('dateTime', Time.min(0).max(LAST_TIME))
export const Seconds = field('seconds', z.number().int().min(0).max(INTEGER_MAX))
/** Where a station fetches or puts a file; schemes that chargers know. */
export const FileUrl = field(
  'url',
  z
    .string()
    .trim()
    .max(512)
    .regex(/^(https?|ftps?|sftp):\/\/[^\s]+$/i),
)

/** Whether a connector is named together with its EVSE: alone, it names none. */
export function isPlaced(choice: { readonly evseId: number | null; readonly connectorId: number | null }): boolean {
  return choice.connectorId === null || choice.evseId !== null
}

/** Left out or null: none given. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullable().default(null as never)
}
