import type { Site } from '../site'
import { service } from './implementer'

/** What the stations told that has no home elsewhere. */
export function noticesService({ notices }: Site) {
  return {
    find: service.notices.find.handler(({ input }) =>
      notices.find({
        stationId: input.stationId ?? null,
        topic: input.topic ?? null,
        search: input.search,
        before: input.before ?? null,
        limit: input.limit,
      }),
    ),
    get: service.notices.get.handler(({ input }) => ({ notice: notices.get(input.noticeId) })),
  }
}
