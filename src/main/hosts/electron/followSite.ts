import { createRouterClient } from '@orpc/server'
import type { SiteState } from '@shared/contract/site'
import type { ServiceContext } from '../../service/context'
import type { SiteRouter } from '../../siteRouter'
import type { AttentionWatch } from '../attention'

export interface FollowSiteOptions {
  readonly router: SiteRouter
  readonly context: ServiceContext
  readonly attention: AttentionWatch
  readonly onState: (state: SiteState) => void
  /** Told when the feeds break off though nobody ended them. */
  readonly onFailure: (error: unknown) => void
  readonly signal: AbortSignal
}

/** Follows the site by the same feeds as the console does, for what the desktop shows while no window is open. */
export function followSite({ router, context, attention, onState, onFailure, signal }: FollowSiteOptions): void {
  const client = createRouterClient(router, { context })
  const follow = async <Value>(feed: Promise<AsyncIterable<Value>>, take: (value: Value) => void) => {
    try {
      for await (const value of await feed) take(value)
    } catch (error) {
      if (!signal.aborted) onFailure(error)
    }
  }
  void follow(client.site.watch(undefined, { signal }), (state) => {
    onState(state)
    attention.waiting(state.waiting)
  })
  void follow(client.stations.watch(undefined, { signal }), attention.stations)
  void follow(client.backup.watch(undefined, { signal }), ({ planned }) => attention.backup(planned))
  void follow(client.updates.watch(undefined, { signal }), ({ found }) => attention.update(found?.version ?? null))
}
