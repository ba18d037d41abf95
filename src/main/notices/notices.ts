import type { Notice } from '@shared/contract/notices'
import type { NoticeTopic } from '@shared/ocpp/notice'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { WriteDb } from '../store/handles'
import type { Store } from '../store/open'
import {
  findNotices,
  forgetNoticesBefore,
  insertNotice,
  makeRoomForLarge,
  type NoticeFilter,
  noticeById,
  toNotice,
  trimAllNotices,
  trimNotices,
} from '../store/queries/notices'
import { toPage } from '../store/queries/page'
import { keptOf, LARGE_BYTES, NOTICE_LIMITS, type NoticeLimits, TRIM_EVERY } from './limits'

/** Something a station told, without its number. */
export interface Told {
  readonly stationId: number
  readonly topic: NoticeTopic
  readonly action: string
  readonly requestId: number | null
  /** Without secrets. */
  readonly payload: object
}

/** What stations told that a person may want to read and that has no home elsewhere. */
export interface Notices {
  /** Writes it down; resolves when it is on disk. @throws AppError STORE_WRITE_FAILED */
  keep(told: Told): Promise<void>
  /** Writes it down within the lazy delay, for what nobody waits for. */
  keepSoon(told: Told): void
  find(filter: NoticeFilter): { entries: Notice[]; next: number | null; total: number }
  /** Null when it is not kept, or no longer. */
  get(noticeId: number): Notice | null
}

export interface NoticesDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly limits?: Partial<NoticeLimits>
}

const DAY_MS = 24 * 60 * 60 * 1_000

export function createNotices({ store, clock, changes, limits }: NoticesDeps): Notices {
  const bounds = { ...NOTICE_LIMITS, ...limits }
  const { days, largeBytes } = bounds
  /** How many came since the bounds were looked after, by station and topic. */
  const sinceTrim = new Map<string, number>()

  const isTrimDue = (stationId: number, topic: NoticeTopic): boolean => {
    const key = `${stationId} ${topic}`
    const came = (sinceTrim.get(key) ?? 0) + 1
    sinceTrim.set(key, came < TRIM_EVERY ? came : 0)
    return came === TRIM_EVERY
  }
  /** Bytes of large notices that came since there was made room for them, by station and topic. */
  const sinceRoom = new Map<string, number>()
  const isRoomDue = (stationId: number, topic: NoticeTopic, bytes: number): boolean => {
    if (bytes <= LARGE_BYTES) return false
    const key = `${stationId} ${topic}`
    const came = (sinceRoom.get(key) ?? 0) + bytes
    const isDue = came >= largeBytes / 4
    sinceRoom.set(key, isDue ? 0 : came)
    return isDue
  }
  // A station that went silent, or tells little before the program ends, brings nothing that would look after its own.
  store.writer.writeSoon((db) => {
    trimAllNotices(db, (topic) => keptOf(topic, bounds))
    forgetNoticesBefore(db, clock() - days * DAY_MS)
  })

  const entry = ({ stationId, topic, action, requestId, payload }: Told): ((db: WriteDb) => void) => {
    const at = clock()
    const text = JSON.stringify(payload)
    const isDue = isTrimDue(stationId, topic)
    const isLarge = isRoomDue(stationId, topic, Buffer.byteLength(text))
    return (db) => {
      insertNotice(db, {
        station_id: stationId,
        received_at: at,
        topic,
        action,
        request_id: requestId,
        payload: text,
      })
      if (isLarge) makeRoomForLarge(db, { stationId, topic, large: LARGE_BYTES, room: largeBytes })
      if (!isDue) return
      trimNotices(db, stationId, topic, keptOf(topic, bounds))
      forgetNoticesBefore(db, at - days * DAY_MS)
    }
  }

  return {
    async keep(told) {
      await store.writer.write(entry(told))
      changes.emit('notice', told.stationId)
    },
    keepSoon(told) {
      store.writer.writeSoon(entry(told), { afterCommit: () => changes.emit('notice', told.stationId) })
    },
    find(filter) {
      const { rows, total } = findNotices(store.read, filter)
      return toPage(rows, filter.limit, total, toNotice)
    },
    get(noticeId) {
      const row = noticeById(store.read, noticeId)
      return row ? toNotice(row) : null
    },
  }
}
