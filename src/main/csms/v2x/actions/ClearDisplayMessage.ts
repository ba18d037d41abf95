import type { ClearDisplayMessageRequest, ClearDisplayMessageResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Takes a message from the screen (O05). */
export default outbound<ClearDisplayMessageRequest, ClearDisplayMessageResponse>('ClearDisplayMessage', {
  note: 'Takes a message from the screen of the station.',
  answer: byStatus(),
  commands: { 'clear-message': ({ messageId }) => ({ id: messageId }) },
})
