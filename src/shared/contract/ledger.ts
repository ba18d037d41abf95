import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { SESSION_STATES } from '../ocpp/session'
import { Id, Time } from './feed'

/** Which sessions are wanted; what is left out makes no difference. */
export const SessionFilter = z.object({
  stationId: Id.optional(),
  state: z.enum(SESSION_STATES).optional(),
  /** True for those that wait for a decision: they have doubts that nobody has settled. */
  unsettled: z.boolean().optional(),
  /** Begun at this moment or later. Where the beginning was not told, the first report of the session counts. */
  from: Time.optional(),
  /** Begun before this moment. */
  to: Time.optional(),
  /** Part of station identity, card number, holder or label, case ignored. */
  search: z.string().trim().max(100).default(''),
})

/** How a table is written as text. */
export const TableFormat = z.object({
  separator: z.enum(['comma', 'semicolon', 'tab']).default('comma'),
  /** The sign between whole and part of a number. */
  decimal: z.enum(['point', 'comma']).default('point'),
  /** Begins with a byte order mark: without it Excel takes UTF-8 for something else. */
  bom: z.boolean().default(false),
})
export type TableFormat = z.infer<typeof TableFormat>

/** The next piece of a table, RFC 4180 lines with their ends; the pieces one after the other are the file. */
export const TablePart = z.object({
  text: z.string(),
  /** Rows so far, the header not counted. */
  rows: z.number().int(),
})
export type TablePart = z.infer<typeof TablePart>

/** A table in pieces. Who breaks off ends it. */
export const tableParts = eventIterator(TablePart)
