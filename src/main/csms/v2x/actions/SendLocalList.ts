import type { SendLocalListRequest, SendLocalListResponse } from 'typed-ocpp/dist/ocpp20/types.js'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { listMessages } from '../../localList'
import { toIdTokenInfo } from '../authorization'
import { toIdToken } from '../wire'

const read = byStatus()

/** Gives the list by which a station decides while it is offline (D01). */
export default outbound<SendLocalListRequest, SendLocalListResponse>('SendLocalList', {
  note: 'Gives the list of cards for the time without a connection, in as many messages as it takes.',
  answer: (response) => ({ ...read(response), endsRest: response.status !== 'Accepted' }),
  commands: {
    'send-local-list': ({ update, entriesPerMessage }, { cards, removedCards, number, protocol, takes }) => {
      const entries = [
        ...cards.map((card) => ({
          idToken: toIdToken(card.token, protocol),
          idTokenInfo: toIdTokenInfo(card),
        })),
        // D01.FR.17: an entry without a verdict is taken away.
        ...(update === 'full' ? [] : removedCards.map((card) => ({ idToken: toIdToken(card.token, protocol) }))),
      ]
      const perMessage = Math.min(entriesPerMessage, takes.listEntries ?? entriesPerMessage)
      const messages = listMessages(entries, perMessage, update, number)
      if (messages === null) return 'too-long'
      return messages.map(({ version, isFull, part }) => {
        const [first, ...others] = part
        return {
          versionNumber: version,
          updateType: isFull ? 'Full' : 'Differential',
          localAuthorizationList: first && [first, ...others],
        }
      })
    },
  },
})
