import type { Site } from '../site'
import { latestFeed, listFeed } from './feeds'
import { service } from './implementer'

/** The request desk. */
export function requestsService({ desk, refusals, changes }: Site) {
  return {
    watch: service.requests.watch.handler(({ signal }) =>
      listFeed(desk.head, (changed) => changes.on('request', changed), signal),
    ),
    summary: service.requests.summary.handler(({ signal }) =>
      latestFeed(desk.summary, (changed) => changes.on('request', changed), signal),
    ),
    queue: service.requests.queue.handler(({ input }) => desk.queue(input)),
    place: service.requests.place.handler(({ input }) => desk.place(input.requestId)),
    find: service.requests.find.handler(({ input }) =>
      desk.find({
        status: input.status ?? null,
        stationId: input.stationId ?? null,
        deviceId: input.deviceId ?? null,
        before: input.before ?? null,
        limit: input.limit,
      }),
    ),
    get: service.requests.get.handler(({ input }) => desk.case(input.requestId)),
    approve: service.requests.approve.handler(({ input, context }) =>
      desk.approve(context.actor, input.requestId, input.reason, input.second),
    ),
    approveGreen: service.requests.approveGreen.handler(async function* ({ input, context, signal }) {
      for await (const progress of desk.approveGreen(context.actor, input.upTo, input.second)) {
        yield progress
        if (signal?.aborted) return
      }
    }),
    reject: service.requests.reject.handler(({ input, context }) =>
      desk.reject(context.actor, input.requestId, input.reason),
    ),
    resend: service.requests.resend.handler(async ({ input, context }) => {
      const delivery = await refusals.resend(context.actor, input.requestId)
      return delivery === null ? { kind: 'nothing-to-send' as const } : { kind: 'resent' as const, delivery }
    }),
    settle: service.requests.settle.handler(async ({ input, context }) => ({
      kind: (await refusals.settle(context.actor, input.requestId)) ? 'settled' : 'nothing-to-settle',
    })),
    reopen: service.requests.reopen.handler(async ({ input, context }) => ({
      kind: (await desk.reopen(context.actor, input.requestId)) ? 'reopened' : 'not-rejected',
    })),
  }
}
