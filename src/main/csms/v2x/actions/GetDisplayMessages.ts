import type { GetDisplayMessagesRequest, GetDisplayMessagesResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { PRIORITIES, STATES } from '../displayMessage'

/** Has a station report its messages (O03, O04). Unknown says that there are none of that kind. */
export default outbound<GetDisplayMessagesRequest, GetDisplayMessagesResponse>('GetDisplayMessages', {
  note: 'Has the messages reported that the station shows.',
  reportedBy: ['NotifyDisplayMessages'],
  numberedBy: 'requestId',
  answer: byStatus({ Unknown: 'nothing-there' }),
  commands: {
    'report-messages': ({ messageIds, priority, during }, { number }) => ({
      requestId: number,
      id: messageIds.length === 0 ? undefined : messageIds,
      priority: priority === null ? undefined : PRIORITIES[priority],
      state: during === null ? undefined : STATES[during],
    }),
  },
})
