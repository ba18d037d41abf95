import { z } from 'zod'
import { command } from './command'
import { Connector, Evse, isPlaced, optional } from './fields'

/** Restarts a station or one of its EVSEs (B11, B12; 1.6 §5.14). */
export const reset = command(
  'reset',
  'weekly',
  { disruptive: true },
  z.object({
    /** `now` ends what runs; `when-idle` waits for the end of the sessions (in 1.6: a soft reset, which ends them in order). */
    when: z.enum(['now', 'when-idle']).default('when-idle'),
    /** Null for the whole station; a single EVSE is a matter of 2.x. */
    evseId: optional(Evse),
  }),
)

/** Takes a station, an EVSE or a connector in or out of service (G03, G04; 1.6 §5.2). */
export const setAvailability = command(
  'set-availability',
  'weekly',
  { disruptive: true },
  z
    .object({
      available: z.boolean(),
      /** Null for the whole station. */
      evseId: optional(Evse),
      /** Null for all connectors of the EVSE. In 1.6, whose connectors are EVSEs here, there is but the first. */
      connectorId: optional(Connector),
    })
    .refine(isPlaced, { path: ['evseId'] }),
)

/** What a station can be asked to report again. */
export const TRIGGERED_MESSAGES = [
  'boot',
  'heartbeat',
  'status',
  'meter-values',
  'firmware-status',
  'log-status',
  'diagnostics-status',
  'session',
  'sign-certificate',
  'sign-v2g-certificate',
  'sign-combined-certificate',
  'sign-v2g20-certificate',
  'publish-firmware-status',
] as const

/** Asks a station to report something now (F06; 1.6 §5.17 and its security extension). */
export const trigger = command(
  'trigger',
  'weekly',
  {},
  z
    .object({
      message: z.enum(TRIGGERED_MESSAGES),
      /** Null where the message has none, or for all. */
      evseId: optional(Evse),
      connectorId: optional(Connector),
    })
    .refine(isPlaced, { path: ['evseId'] }),
)

/** Empties what the station remembers of presented cards (C11; 1.6 §5.4). */
export const clearCache = command('clear-cache', 'cards', {}, z.object({}))

/** Sends a message of a vendor's own (P01; 1.6 §5.6). */
export const dataTransfer = command(
  'data-transfer',
  'advanced',
  {},
  z.object({
    vendorId: z.string().trim().min(1).max(255),
    messageId: optional(z.string().trim().max(50)),
    data: optional(z.string().max(10_000)),
  }),
)
