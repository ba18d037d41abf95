import type { Site } from '../site'
import { toRelease } from '../updates/manifest'
import type { TakeOutcome } from '../updates/takenFile'
import { latestFeed, onAny } from './feeds'
import { service } from './implementer'

/** New versions of the program. */
export function updatesService({ updates, desktop, changes }: Site) {
  return {
    watch: service.updates.watch.handler(({ signal }) => latestFeed(updates.state, onAny(changes, ['update']), signal)),
    setFeed: service.updates.setFeed.handler(({ input, context }) => updates.setFeed(context.actor, input)),
    look: service.updates.look.handler(async () => {
      const outcome = await updates.look()
      return outcome.kind === 'newer' ? { kind: 'newer', release: toRelease(outcome.found.manifest) } : outcome
    }),
    fetch: service.updates.fetch.handler(async ({ context }) => {
      const outcome = await updates.fetch(context.actor)
      switch (outcome.kind) {
        case 'ready':
        case 'refused':
          return shown(outcome)
        case 'cancelled':
        case 'nothing':
          return { kind: outcome.kind }
      }
    }),
    cancelFetch: service.updates.cancelFetch.handler(() => ({
      kind: updates.cancelFetch() ? 'cancelled' : 'already-gone',
    })),
    begin: service.updates.begin.handler(async ({ input, context }) => {
      const begun = await updates.begin(context.actor, input)
      return begun.kind === 'begun' ? { ...begun, partBytes: updates.limits.partBytes } : begun
    }),
    append: service.updates.append.handler(({ input }) =>
      updates.append(input.uploadId, input.offset, Buffer.from(input.data, 'base64')),
    ),
    finish: service.updates.finish.handler(async ({ input, context }) =>
      shown(await updates.finish(context.actor, input.uploadId)),
    ),
    cancel: service.updates.cancel.handler(async ({ input }) => ({
      kind: (await updates.cancel(input.uploadId)) ? 'cancelled' : 'already-gone',
    })),
    install: service.updates.install.handler(({ input, context }) =>
      // Whoever sits elsewhere would close a window that somebody works at, and not see what its installer asks.
      updates.install(context.actor, { ...input, byHand: !desktop?.isBeforeWindow(context.seat) }),
    ),
    discard: service.updates.discard.handler(async ({ context }) => ({
      kind: (await updates.discard(context.actor)) ? 'discarded' : 'already-gone',
    })),
  }
}

function shown(outcome: TakeOutcome) {
  return outcome.kind === 'ready' ? { kind: outcome.kind, release: toRelease(outcome.manifest) } : outcome
}
