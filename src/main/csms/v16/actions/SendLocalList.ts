import type { SendLocalListRequest, SendLocalListResponse } from 'typed-ocpp/dist/ocpp16/types.js'
import type { ListedCard } from '../../../cards/listing'
import { outbound } from '../../action'
import { byStatus } from '../../answers'
import { commandedList } from '../../localList'

const read = byStatus()

/** The cards by the number that 1.6 knows them by: one of several types stands there once, and a blocked one counts. */
function byNumber(cards: readonly ListedCard[]): ListedCard[] {
  const found = new Map<string, ListedCard>()
  for (const card of cards) {
    const { value } = card.token
    if (!found.has(value) || card.status === 'blocked') found.set(value, card)
  }
  return [...found.values()]
}

/** Gives the list by which a charge point decides while it is offline (1.6 §5.15). */
export default outbound<SendLocalListRequest, SendLocalListResponse>('SendLocalList', {
  note: 'Gives the list of cards for the time without a connection, in as many messages as it takes.',
  answer: (response) => ({ ...read(response), endsRest: response.status !== 'Accepted' }),
  commands: {
    'send-local-list': (input, facts) =>
      commandedList<SendLocalListRequest>(input, {
        ...facts,
        cards: byNumber(facts.cards),
        removedCards: byNumber(facts.removedCards),
      }),
  },
})
