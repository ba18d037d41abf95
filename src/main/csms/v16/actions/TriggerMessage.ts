import type { TriggerMessageRequest, TriggerMessageResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import { outbound } from '../../action'

/** Asks for a boot right after admission (1.6 §5.17), which a charge point may do while it is Pending. */
export default outbound<'ask-boot', TriggerMessageRequest, TriggerMessageResponse>('TriggerMessage', 'ask-boot', {
  toRequest: () => ({ requestedMessage: 'BootNotification' }),
  toOutcome: ({ status }) => ({ kind: status === 'Accepted' ? 'accepted' : 'refused', detail: status }),
})
