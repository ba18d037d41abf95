import type { Site } from '../site'
import { latestFeed } from './feeds'
import { service } from './implementer'

/** The port for scripts, and what they prove themselves with. */
export function apiTokensService({ automation, changes, requireSetUp }: Site) {
  return {
    watch: service.apiTokens.watch.handler(({ signal }) =>
      latestFeed(automation.state, (changed) => changes.on('automation', changed), signal),
    ),
    configure: service.apiTokens.configure.handler(({ input, context }) => {
      requireSetUp()
      return automation.configure(context.actor, input)
    }),
    makeToken: service.apiTokens.makeToken.handler(({ input, context }) => {
      requireSetUp()
      return automation.tokens.make(context.actor, input)
    }),
    endToken: service.apiTokens.endToken.handler(({ input, context }) =>
      automation.tokens.end(context.actor, input.tokenId),
    ),
  }
}
