import { z } from 'zod'
import { command } from './command'
import { CardChoice, Connector, Evse, optional, SessionChoice } from './fields'

/** Starts a session in the name of a card (F01, F02; 1.6 §5.11). It does not wait: the driver stands there now. */
export const startSession = command(
  'start-session',
  'weekly',
  { canWait: false },
  z.object({
    /** Null lets the station choose; many stations want one. */
    evseId: optional(Evse),
    /** Null starts without a card, which only 2.x can say (NoAuthorization). */
    cardId: optional(CardChoice),
  }),
)

/** Ends a running session (F03; 1.6 §5.12). */
export const stopSession = command(
  'stop-session',
  'weekly',
  { disruptive: true, canWait: false },
  z.object({ sessionId: SessionChoice }),
)

/** Frees a cable that is stuck (F05; 1.6 §5.18). */
export const unlock = command(
  'unlock',
  'weekly',
  { disruptive: true, canWait: false },
  z.object({ evseId: Evse, connectorId: Connector.default(1) }),
)

/** Asks what the station knows of a session, or whether it still has messages to send (E14). */
export const transactionStatus = command(
  'transaction-status',
  'advanced',
  {},
  z.object({ sessionId: optional(SessionChoice) }),
)

/** Shows the driver what a session costs so far (I02). */
export const showCost = command(
  'show-cost',
  'messages',
  { canWait: false },
  z.object({
    sessionId: SessionChoice,
    /** In the currency the station shows. */
    totalCost: z.number().min(0).max(1_000_000_000),
  }),
)
