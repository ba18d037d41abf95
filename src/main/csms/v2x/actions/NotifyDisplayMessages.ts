import type { NotifyDisplayMessagesRequest, NotifyDisplayMessagesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { inbound } from '../../action'
import { keepPart } from '../../messages/commandReport'

/** What stands on a display, as it was asked for (O03, O04). */
export default inbound<NotifyDisplayMessagesRequest, NotifyDisplayMessagesResponse>(
  'NotifyDisplayMessages',
  (incoming, request) => keepPart(incoming, 'messages', request),
  { note: 'Kept as a notice about display messages, and entered into the command that asked.' },
)
