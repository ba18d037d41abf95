import type { AuthorizationStatus } from '@shared/ocpp/authorization'
import type { Changes } from '../changes'
import type { Writer } from '../store/writer'
import { notePresented, type Presented } from './present'

/**
 * Most presented cards that are gathered: when more wait, they are written down in this turn of the event loop. More
 * would spare flushes of the disk, and hold the event loop for longer than these do (about 2 ms).
 */
export const PRESENTED_TOGETHER_MAX = 2_000

/** The record of presented cards: written soon after they were answered, many at a time. */
export interface PresentedLog {
  /** Takes a presented card down, in the order of the calls, within the writer's lazy delay. */
  add(presented: Presented): void
  /** How many were taken down since the program began, by what they were answered. */
  countByStatus(): ReadonlyMap<AuthorizationStatus, number>
}

export function createPresentedLog(deps: { readonly writer: Writer; readonly changes: Changes }): PresentedLog {
  const { writer, changes } = deps
  let gathering: Presented[] | null = null
  const counts = new Map<AuthorizationStatus, number>()

  const write = (list: readonly Presented[], promptly: boolean) =>
    writer.writeSoon((db) => notePresented(db, list), {
      promptly,
      onTurn: () => {
        if (gathering === list) gathering = null
      },
      afterCommit: (unknownCardIds) => {
        for (const id of unknownCardIds) changes.emit('unknownCard', id)
        for (const stationId of new Set(list.map((presented) => presented.stationId))) changes.emit('event', stationId)
      },
    })

  return {
    countByStatus: () => counts,
    add(presented) {
      const { status } = presented.decision
      counts.set(status, (counts.get(status) ?? 0) + 1)
      const unknown = status === 'unknown'
      const full = gathering !== null && gathering.length >= PRESENTED_TOGETHER_MAX
      if (gathering && !unknown && !full) {
        gathering.push(presented)
        return
      }
      const list = [presented]
      gathering = unknown ? null : list
      // The manager stands at the screen and waits for an unknown card: that does not wait for the lazy delay. A list
      // that is full is taken along by the next one.
      write(list, unknown || full)
    },
  }
}
