import { oc } from '@orpc/contract'
import { z } from 'zod'
import { NOTICE_TOPICS } from '../ocpp/notice'
import { Id, PageRequest, page, Time } from './feed'

/** Something a station told that a person may want to read, kept as it came. */
export const Notice = z.object({
  id: Id,
  stationId: Id,
  stationIdentity: z.string(),
  receivedAt: Time,
  topic: z.enum(NOTICE_TOPICS),
  /** The message that brought it, such as `NotifyEvent`. */
  action: z.string(),
  /** The number of the request that it answers, where the message carries one. */
  requestId: z.number().int().nullable(),
  /** The message itself, as the protocol words it; secrets (key codes) are hidden. */
  payload: z.record(z.string(), z.unknown()),
})
export type Notice = z.infer<typeof Notice>

export const notices = {
  /** Newest first. `search` looks into the name of the message and into what it says. */
  find: oc
    .route({ method: 'GET', path: '/notices' })
    .input(
      PageRequest.extend({
        stationId: Id.optional(),
        topic: z.enum(NOTICE_TOPICS).optional(),
        search: z.string().trim().max(100).default(''),
      }),
    )
    .output(page(Notice)),
  /** One notice; null when it is no longer kept. */
  get: oc
    .route({ method: 'GET', path: '/notices/{noticeId}' })
    .input(z.object({ noticeId: Id }))
    .output(z.object({ notice: Notice.nullable() })),
}
