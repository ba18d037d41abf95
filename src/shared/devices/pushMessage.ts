import { z } from 'zod'
import { CHARGING_STATES } from '../ocpp/session'
import { CONNECTOR_STATUSES } from '../ocpp/station'

/** Whom a message is about. */
const About = {
  /** The identity of a charger, or the client id of a device. */
  deviceId: z.string(),
  deviceType: z.enum(['charger', 'device']),
  /** ISO 8601, UTC: when this site saw it. */
  at: z.iso.datetime(),
}

/** A charging session, as far as a gateway needs it; whose card it is stays here. */
const SessionReport = z.object({
  transactionId: z.string(),
  evseId: z.number().int().nullable(),
  chargingState: z.enum(CHARGING_STATES).nullable(),
  powerW: z.number().nullable(),
  energyWh: z.number().nullable(),
  startedAt: z.iso.datetime().nullable(),
})

/** How a charger or device stands. */
export const DeviceReport = z.object({
  connected: z.boolean(),
  alias: z.string(),
  /** Of a charger; empty for a device. */
  connectors: z.array(
    z.object({ evseId: z.number().int(), connectorId: z.number().int(), status: z.enum(CONNECTOR_STATUSES) }),
  ),
  sessions: z.array(SessionReport),
  /** Sum over its sessions. */
  powerW: z.number(),
})
export type DeviceReport = z.infer<typeof DeviceReport>

/** What can happen with a charger or device (`pushCode`). */
export const PUSH_CODES = [
  'CONNECTED',
  'DISCONNECTED',
  'SESSION_STARTED',
  'SESSION_ENDED',
  'CARD_REFUSED',
  'SECURITY_EVENT',
  'CERTIFICATE_REQUESTED',
] as const

/**
 * What subscribers get on `app/clients/{id}/push`: by `POST /event/{deviceId}/subscribe` the states (DEVICE_STATUS), by
 * `POST /push/{deviceId}/subscribe` what happens (DEVICE_PUSH), by `POST /push/devices` who comes and goes.
 */
export const PushMessage = z.discriminatedUnion('pushType', [
  z.object({ pushType: z.literal('DEVICE_STATUS'), ...About, report: DeviceReport }),
  z.object({
    pushType: z.literal('DEVICE_PUSH'),
    ...About,
    pushCode: z.enum(PUSH_CODES),
    /** What the code leaves open: such as the type of a security event, or the energy of a session. */
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
  z.object({ pushType: z.literal('DEVICE_REGISTERED'), ...About, alias: z.string() }),
  z.object({ pushType: z.literal('DEVICE_UNREGISTERED'), ...About, alias: z.string() }),
  z.object({ pushType: z.literal('DEVICE_ALIAS_CHANGED'), ...About, alias: z.string() }),
])
export type PushMessage = z.infer<typeof PushMessage>

/** Topics for whoever may read them by policy: each state, retained, and all that happens. */
export const SITE_TOPICS = {
  state: (deviceId: string) => `site/state/${encodeURIComponent(deviceId)}`,
  news: 'site/news',
} as const
