import { oc } from '@orpc/contract'
import { z } from 'zod'
import { SECURITY_PROFILES } from '../ocpp/securityProfile'
import {
  ADMISSIONS,
  CONNECTOR_STATUSES,
  isIdentity,
  LABEL_MAX_LENGTH,
  PROTOCOLS,
  SERIAL_NUMBER_MAX_LENGTH,
} from '../ocpp/station'
import { mayFailWith } from './errors'
import { feed, Id, Time } from './feed'

export const Connector = z.object({
  evseId: z.number().int(),
  connectorId: z.number().int(),
  status: z.enum(CONNECTOR_STATUSES),
  /** 1.6 errorCode or vendor text, null when there is none. */
  errorCode: z.string().nullable(),
  /** By the station's clock, where it tells the time. */
  changedAt: Time,
  /** When this was heard, by this computer's clock; null when that was before the program started and not told again. */
  heardAt: Time.nullable(),
})
export type Connector = z.infer<typeof Connector>

export const Connection = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('online'),
    since: Time,
    protocol: z.enum(PROTOCOLS),
    remoteAddress: z.string(),
    /** Which door it came through: `ws` without TLS, `wss` with it. */
    transport: z.enum(['ws', 'wss']),
  }),
  z.object({ state: z.literal('offline'), lastSeenAt: Time.nullable() }),
])

export const Station = z.object({
  id: Id,
  identity: z.string(),
  label: z.string(),
  admission: z.enum(ADMISSIONS),
  connection: Connection,
  /** The version it speaks or spoke last; null when it never was connected. */
  protocol: z.enum(PROTOCOLS).nullable(),
  vendor: z.string().nullable(),
  model: z.string().nullable(),
  serialNumber: z.string().nullable(),
  firmware: z.string().nullable(),
  /** Where it last called from. */
  remoteAddress: z.string().nullable(),
  firstSeenAt: Time.nullable(),
  lastSeenAt: Time.nullable(),
  bootedAt: Time.nullable(),
  connectors: z.array(Connector),
})
export type Station = z.infer<typeof Station>

export const StationRef = z.object({ stationId: Id })

const Label = z.string().trim().max(LABEL_MAX_LENGTH)
const SerialNumber = z.string().trim().max(SERIAL_NUMBER_MAX_LENGTH)

export const stations = {
  watch: oc.route({ method: 'GET', path: '/stations/watch' }).output(feed(Station)),

  /** Admits an identity before its charger has ever called, so that it is served at its first connection. */
  register: oc
    .route({ method: 'POST', path: '/stations' })
    .input(
      z.object({
        identity: z.string().trim().refine(isIdentity),
        label: Label.default(''),
        serialNumber: SerialNumber.default(''),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('registered'), stationId: Id }),
        z.object({ kind: z.literal('already-known'), stationId: Id, admission: z.enum(ADMISSIONS) }),
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP')),

  admit: oc
    .route({ method: 'POST', path: '/stations/{stationId}/admit' })
    .input(StationRef)
    /** The security profile says how it has to prove who it is: 0 lets it in by its name alone. */
    .output(z.object({ kind: z.enum(['admitted', 'already-admitted']), profile: z.literal(SECURITY_PROFILES) }))
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** Closes its connection if there is one, and turns it away at the door from then on. */
  refuse: oc
    .route({ method: 'POST', path: '/stations/{stationId}/refuse' })
    .input(StationRef)
    .output(z.object({ kind: z.enum(['refused', 'already-refused']) }))
    .errors(mayFailWith('UNKNOWN_STATION')),

  update: oc
    .route({ method: 'PATCH', path: '/stations/{stationId}' })
    .input(StationRef.extend({ label: Label.optional(), serialNumber: SerialNumber.optional() }))
    .output(z.object({ kind: z.literal('saved') }))
    .errors(mayFailWith('UNKNOWN_STATION')),
}
