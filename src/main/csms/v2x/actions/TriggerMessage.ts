import type { TriggerMessageRequest, TriggerMessageResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'

/** Asks for a boot right after admission (F06), which a station may do while it is Pending (B02.FR.02). */
export default outbound<'ask-boot', TriggerMessageRequest, TriggerMessageResponse>('TriggerMessage', 'ask-boot', {
  toRequest: () => ({ requestedMessage: 'BootNotification' }),
  toOutcome: ({ status }) => ({ kind: status === 'Accepted' ? 'accepted' : 'refused', detail: status }),
})
