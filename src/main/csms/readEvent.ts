import type { EventReader } from '../sessions/eventReader'
import { readSessionEvent as read2x } from './v2x/sessionEvents'
import { readSessionEvent as read16 } from './v16/sessionEvents'

/** Reads the events of all versions, also those that were stored by an earlier run of the program. */
export const readEvent: EventReader = ({ protocol, action, payload, receivedAt }) =>
  protocol === 'ocpp1.6' ? read16(action, payload, receivedAt) : read2x(action, payload)
