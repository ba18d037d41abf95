import { AppError } from '@shared/errors'
import { withdrawCard } from '../cards/withdrawal'
import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** Who may charge, and what was presented and not known. */
export function cardsService(site: Site) {
  const { cards, changes, stations } = site
  return {
    find: service.cards.find.handler(({ input }) =>
      cards.find({
        search: input.search,
        blocked: input.blocked ?? null,
        before: input.before ?? null,
        limit: input.limit,
      }),
    ),
    get: service.cards.get.handler(({ input }) => cards.get(input.cardId)),
    enrol: service.cards.enrol.handler(({ input, context }) => {
      site.requireSetUp()
      return cards.enrol(context.actor, input)
    }),
    withdraw: service.cards.withdraw.handler(async ({ input, context }) => ({
      kind: await withdrawCard({ clock: Date.now, changes, write: cards.writeCards }, context.actor, input.cardId),
    })),
    update: service.cards.update.handler(({ input, context }) => cards.change(context.actor, input)),
    check: service.cards.check.handler(({ input }) => {
      const { cardId, stationId, evseId = null, at = null } = input
      if (!stations.record(stationId)) throw new AppError('UNKNOWN_STATION')
      return cards.check(cardId, { stationId, evseId, at })
    }),
    replace: service.cards.replace.handler(({ input, context }) =>
      cards.replace(context.actor, input.cardId, input.token, input.tokenType),
    ),
    erase: service.cards.erase.handler(({ input, context }) => cards.erase(context.actor, input.cardId)),
    startPolicy: service.cards.startPolicy.handler(({ input: { stationId } }) => {
      if (!stations.record(stationId)) throw new AppError('UNKNOWN_STATION')
      return { withoutCard: cards.startsWithoutCard(stationId) }
    }),
    setStartPolicy: service.cards.setStartPolicy.handler(async ({ input: { stationId, withoutCard }, context }) => {
      const station = stations.record(stationId)
      if (!station) throw new AppError('UNKNOWN_STATION')
      const isChanged = await cards.setStartsWithoutCard(context.actor, stationId, station.identity, withoutCard)
      return { kind: isChanged ? 'saved' : 'as-before' }
    }),
    watchUnknown: service.cards.watchUnknown.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: cards.unknown,
          entry: cards.unknownById,
          listen: (changed) => changes.on('unknownCard', changed),
        },
        signal,
      ),
    ),
    dismissUnknown: service.cards.dismissUnknown.handler(async ({ input, context }) => ({
      kind: (await cards.dismissUnknown(context.actor, input.unknownCardId)) ? 'dismissed' : 'already-gone',
    })),
  }
}
