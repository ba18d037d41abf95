import { oc } from '@orpc/contract'
import { z } from 'zod'
import { AUTHORIZATION_STATUSES } from '../ocpp/authorization'
import { ID_TOKEN_TYPES } from '../ocpp/idToken'
import { CHARGING_STATES, SESSION_DOUBTS, SESSION_STATES, SETTLEMENT_KINDS } from '../ocpp/session'
import { energyHistory } from './energyHistory'
import { mayFailWith } from './errors'
import { feed, Id, PageRequest, page, Time } from './feed'
import { SessionFilter, TableFormat, tableParts } from './ledger'
import { sessionEvidence } from './sessionEvidence'
import { settling } from './settling'

export const Session = z.object({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  /** The station's own name for the transaction (2.x), or the number this server gave it (1.6). */
  transactionId: z.string(),
  evseId: z.number().int().nullable(),
  connectorId: z.number().int().nullable(),
  token: z.string().nullable(),
  tokenType: z.enum(ID_TOKEN_TYPES).nullable(),
  /** What the site said to the card when the session began; null when no card was named. */
  authorization: z.enum(AUTHORIZATION_STATUSES).nullable(),
  /** Holder and label as the card has them now; empty when it is not enrolled. */
  holder: z.string(),
  cardLabel: z.string(),
  state: z.enum(SESSION_STATES),
  chargingState: z.enum(CHARGING_STATES).nullable(),
  /** By the station's clock. */
  startedAt: Time.nullable(),
  endedAt: Time.nullable(),
  /**
   * Delivered so far in watt-hours: last reading less first, or as it was settled; null without a reading, or when the
   * meter went back. 0 for a session that was joined to another.
   */
  energyWh: z.number().nullable(),
  /** Last reported power in watts; null when none was reported or the session has ended. */
  powerW: z.number().nullable(),
  meterStartWh: z.number().nullable(),
  meterLastWh: z.number().nullable(),
  /** The protocol's reason, as the station spelt it (Local, EVDisconnected, …). */
  stopReason: z.string().nullable(),
  doubts: z.array(z.enum(SESSION_DOUBTS)),
  /** True while its doubts wait for the manager: it is over and nobody has settled it. */
  unsettled: z.boolean(),
  /** How it was settled; energy and end are then those of the settlement. Null when it was not. */
  settled: z.enum(SETTLEMENT_KINDS).nullable(),
  /** When its events were received, by this computer's clock. */
  receivedFirstAt: Time.nullable(),
  receivedLastAt: Time.nullable(),
  updatedAt: Time,
})
export type Session = z.infer<typeof Session>

/** One reading of the energy register or of the power during a session. */
export const Reading = z.object({ at: Time, energyWh: z.number().nullable(), powerW: z.number().nullable() })

export const sessions = {
  ...settling,
  ...sessionEvidence,
  ...energyHistory,

  /** The sessions that are running now. One that ends is removed from the feed. */
  watchRunning: oc.route({ method: 'GET', path: '/sessions/running/watch' }).output(feed(Session)),

  /** The ledger, by beginning, newest first. */
  find: oc
    .route({ method: 'GET', path: '/sessions' })
    .input(PageRequest.extend(SessionFilter.shape))
    .output(
      page(Session).extend({
        /** True when there are more than `total`: a long search is not counted to its end. */
        totalIsLeast: z.boolean(),
      }),
    ),

  /** The ledger as a table, newest first: times as ISO 8601 with zone, energy as kWh and Wh. */
  export: oc
    .route({ method: 'GET', path: '/sessions/export' })
    .input(SessionFilter.extend(TableFormat.shape))
    .output(tableParts),

  /** The readings of one session as a table, oldest first. */
  exportReadings: oc
    .route({ method: 'GET', path: '/sessions/{sessionId}/readings/export' })
    .input(TableFormat.extend({ sessionId: Id }))
    .output(tableParts)
    .errors(mayFailWith('UNKNOWN_SESSION')),

  get: oc
    .route({ method: 'GET', path: '/sessions/{sessionId}' })
    .input(z.object({ sessionId: Id }))
    .output(z.object({ session: Session, readings: z.array(Reading) }))
    .errors(mayFailWith('UNKNOWN_SESSION')),
}
