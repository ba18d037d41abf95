import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { stationsThatWantCards, wantCards } from '../store/queries/cards'
import { appendAudit } from '../store/queries/events'

/** Whether a driver may start without identification, where the station itself lets them (C02). */
export interface StartPolicy {
  /** So it is at every station that the manager has not decided otherwise for (C02.FR.02). */
  startsWithoutCard(stationId: number): boolean
  /**
   * @param identity of the station, for the audit trail
   * @returns false when it was so before
   */
  setStartsWithoutCard(actor: string, stationId: number, identity: string, allowed: boolean): Promise<boolean>
}

export interface StartPolicyDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
}

export function createStartPolicy({ store, clock, changes }: StartPolicyDeps): StartPolicy {
  let wanting = new Set(stationsThatWantCards(store.read))
  return {
    startsWithoutCard: (stationId) => !wanting.has(stationId),
    async setStartsWithoutCard(actor, stationId, identity, allowed) {
      const at = clock()
      const isChanged = await store.writer.write((db) => {
        if (!wantCards(db, stationId, !allowed)) return false
        const detail = { withoutCard: [!allowed, allowed] }
        appendAudit(db, { at, actor, action: 'start-policy-set', subject: identity, detail })
        return true
      })
      wanting = new Set(stationsThatWantCards(store.read))
      if (isChanged) {
        changes.emit('station', stationId)
        changes.emit('audit', 0)
      }
      return isChanged
    },
  }
}
