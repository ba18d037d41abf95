import type { SetDisplayMessageRequest, SetDisplayMessageResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { wireTime } from '../../wireTime'
import { PRIORITIES, STATES } from '../displayMessage'

/** Shows a text on the screen of the station (O01, O02, O06). */
export default outbound<SetDisplayMessageRequest, SetDisplayMessageResponse>('SetDisplayMessage', {
  note: 'Shows a text on the screen of the station.',
  answer: byStatus({
    LanguageNotSupported: 'unsupported',
    NotSupportedMessageFormat: 'unsupported',
    NotSupportedPriority: 'unsupported',
    NotSupportedState: 'unsupported',
  }),
  commands: {
    'show-message': (input, { number, session }) => ({
      message: {
        id: input.messageId ?? number,
        priority: PRIORITIES[input.priority],
        state: input.during === null ? undefined : STATES[input.during],
        startDateTime: wireTime(input.from),
        endDateTime: wireTime(input.until),
        transactionId: session?.transactionId,
        message: { format: input.format, language: input.language ?? undefined, content: input.text },
      },
    }),
  },
})
