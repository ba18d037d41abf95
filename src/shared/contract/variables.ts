import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MUTABILITIES, VARIABLE_ATTRIBUTES, VARIABLE_DATA_TYPES } from '../ocpp/variable'
import { mayFailWith } from './errors'
import { Id, PageRequest, page, Time } from './feed'

/**
 * How a value stands to the full report before the newest: not in it, another value there, only there, or alike. A
 * station's first report has none before it, so that everything is `same`.
 */
export const VARIABLE_DIFFERENCES = ['same', 'new', 'changed', 'gone'] as const
export type VariableDifference = (typeof VARIABLE_DIFFERENCES)[number]

/** A variable (2.x) or configuration key (1.6: component '') as the station last told it. */
export const StationVariable = z.object({
  id: Id,
  stationId: Id,
  component: z.string(),
  componentInstance: z.string().nullable(),
  evseId: z.number().int().nullable(),
  connectorId: z.number().int().nullable(),
  variable: z.string(),
  variableInstance: z.string().nullable(),
  attribute: z.enum(VARIABLE_ATTRIBUTES),
  /** Null when it has none, or when it may not be read. */
  value: z.string().nullable(),
  /** True for passwords and keys: their value is neither stored nor shown. */
  secret: z.boolean(),
  mutability: z.enum(MUTABILITIES).nullable(),
  dataType: z.enum(VARIABLE_DATA_TYPES).nullable(),
  unit: z.string().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  values: z.array(z.string()).nullable(),
  reportedAt: Time,
  /** What it was before it last changed, and when that was noticed. */
  previousValue: z.string().nullable(),
  changedAt: Time.nullable(),
  difference: z.enum(VARIABLE_DIFFERENCES),
  /** Its value in the full report before the newest; only for `changed`. */
  baseValue: z.string().nullable(),
})
export type StationVariable = z.infer<typeof StationVariable>

/** A report that was asked for, or came by itself, and how far it has come. */
export const VariableReport = z.object({
  id: Id,
  scope: z.enum(['full', 'part']),
  /** `incomplete`: the last part has come, but not all before it. */
  state: z.enum(['asked', 'coming', 'complete', 'incomplete']),
  askedAt: Time,
  /** When its newest part came. */
  lastAt: Time.nullable(),
  parts: z.number().int(),
  /** Values that were not kept because the station has more than are kept of one. */
  leftOut: z.number().int(),
})
export type VariableReport = z.infer<typeof VariableReport>

export const variables = {
  /** What is known of a station, by component and name. `before` is the `next` of the page before. */
  find: oc
    .route({ method: 'GET', path: '/stations/{stationId}/variables' })
    .input(
      PageRequest.extend({
        stationId: Id,
        /** Part of component, instance, name or value, case ignored. */
        search: z.string().trim().max(100).default(''),
        /** Only what differs from the full report before. */
        changed: z.boolean().default(false),
        /** Only what can be changed. */
        writable: z.boolean().default(false),
      }),
    )
    .output(page(StationVariable))
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** One of them; null when it is not known any more. */
  get: oc
    .route({ method: 'GET', path: '/variables/{variableId}' })
    .input(z.object({ variableId: Id }))
    .output(z.object({ variable: StationVariable.nullable() })),

  /** The newest reports of a station: the one that is coming, and the last full one. */
  reports: oc
    .route({ method: 'GET', path: '/stations/{stationId}/variable-reports' })
    .input(z.object({ stationId: Id }))
    .output(
      z.object({
        /** The newest of all, whatever its state. */
        newest: VariableReport.nullable(),
        /** The newest full one that has come wholly. */
        full: VariableReport.nullable(),
        /** How many values stand how to the full report before. */
        counts: z.object({
          known: z.number().int(),
          new: z.number().int(),
          changed: z.number().int(),
          gone: z.number().int(),
        }),
      }),
    )
    .errors(mayFailWith('UNKNOWN_STATION')),
}
