import type { ClearDisplayMessageRequest, ClearDisplayMessageResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'

/** Takes a message from the screen (O05). Unknown says that it has no such message. */
export default outbound<ClearDisplayMessageRequest, ClearDisplayMessageResponse>('ClearDisplayMessage', {
  note: 'Takes a message from the screen of the station.',
  answer: byStatus({ Unknown: 'nothing-there' }),
  commands: { 'clear-message': ({ messageId }) => ({ id: messageId }) },
})
