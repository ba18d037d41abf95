import type { SendLocalListRequest, SendLocalListResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import type { ListedCard } from '../../../cards/listing'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { listMessages } from '../../localList'
import { toIdTagInfo } from '../authorization'
import { fitsIdTag } from '../idTag'

const read = byStatus()

/**
 * The cards by the number that 1.6 knows them by: one that is enrolled under several types stands there once (a blocked
 * one counts), and one whose number has no room in 1.6 can never be presented to it.
 */
function byNumber(cards: readonly ListedCard[]): ListedCard[] {
  const found = new Map<string, ListedCard>()
  for (const card of cards) {
    const { value } = card.token
    if (fitsIdTag(value) && (!found.has(value) || card.status === 'blocked')) found.set(value, card)
  }
  return [...found.values()]
}

/** Gives the list by which a charge point decides while it is offline (1.6 §5.15). */
export default outbound<SendLocalListRequest, SendLocalListResponse>('SendLocalList', {
  note: 'Gives the list of cards for the time without a connection, in as many messages as it takes.',
  answer: (response) => ({ ...read(response), endsRest: response.status !== 'Accepted' }),
  commands: {
    'send-local-list': ({ update, entriesPerMessage }, { cards, removedCards, number, takes }) => {
      const entries = [
        ...byNumber(cards).map((card) => ({
          idTag: card.token.value,
          idTagInfo: toIdTagInfo(card),
        })),
        ...(update === 'full' ? [] : byNumber(removedCards).map((card) => ({ idTag: card.token.value }))),
      ]
      const perMessage = Math.min(entriesPerMessage, takes.listEntries ?? entriesPerMessage)
      const messages = listMessages(entries, perMessage, update, number)
      if (messages === null) return 'too-long'
      return messages.map(({ version, isFull, part }) => ({
        listVersion: version,
        updateType: isFull ? 'Full' : 'Differential',
        localAuthorizationList: part.length === 0 ? undefined : part,
      }))
    },
  },
})
