import type { Site } from '../site'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** Who may charge, and what was presented and not known. */
export function cardsService(site: Site) {
  const { cards, changes } = site
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
    update: service.cards.update.handler(({ input, context }) => cards.change(context.actor, input)),
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
