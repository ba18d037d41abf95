import type { Changes } from '../changes'
import type { Clock } from '../clock'
import { appendSecurityEvent, newestDetail } from '../store/queries/events'
import { type BootColumns, type StationRow, setBootFacts } from '../store/queries/stations'
import type { LastSeen } from './lastSeen'
import { saysTheSame } from './sameBoot'
import type { Strangers } from './strangers'

export interface BootsDeps {
  readonly clock: Clock
  readonly changes: Changes
  readonly strangers: Pick<Strangers, 'write'>
  readonly lastSeen: LastSeen
  /** What is known of a station at this moment. */
  readonly rowOf: (stationId: number) => StationRow
}

/**
 * Stores what a BootNotification said. Resolves when it is on disk, with what is to be known of the station from then
 * on.
 */
export type Boots = (stationId: number, boot: BootColumns) => Promise<Partial<StationRow>>

export function createBoots({ clock, changes, strangers, lastSeen, rowOf }: BootsDeps): Boots {
  /** The change of serial number that was noted last, by station. */
  const serialNoted = new Map<number, string>()

  return async (stationId, boot) => {
    const at = clock()
    const row = rowOf(stationId)
    if (saysTheSame(row, boot)) {
      // Nothing new to lose: only when it booted, which may be told a moment later. A power cut brings all back at once.
      lastSeen.note(stationId, { at, remoteAddress: null, bootedAt: at })
      return { booted_at: at, last_seen_at: at }
    }
    const change = otherSerial(row, boot)
    const isNoted = await strangers.write(row, (db) => {
      setBootFacts(db, stationId, boot, at)
      if (change === null || serialNoted.get(stationId) === change) return false
      const type = 'SerialNumberChanged'
      if (newestDetail(db, stationId, type)?.detail === change) return false
      // The same identity with other hardware: the certificate is bound to the serial number, so a person must know.
      appendSecurityEvent(db, { stationId, type, critical: true, detail: change, occurredAt: at, receivedAt: at })
      return true
    })
    if (change !== null) serialNoted.set(stationId, change)
    if (isNoted) changes.emit('event', stationId)
    const { serial_number: recorded, admission } = rowOf(stationId)
    return {
      vendor: boot.vendor,
      model: boot.model,
      serial_number: admission === 'admitted' ? (recorded ?? boot.serialNumber) : (boot.serialNumber ?? recorded),
      firmware: boot.firmware,
      booted_at: at,
      last_seen_at: at,
    }
  }
}

/** The change of serial number that a boot tells of; null for none. */
function otherSerial({ admission, serial_number: known }: StationRow, { serialNumber }: BootColumns): string | null {
  // A station that waits may say what it likes: nothing is bound to its serial number yet.
  const isOther = admission === 'admitted' && known !== null && serialNumber !== null && serialNumber !== known
  return isOther ? `${known} → ${serialNumber}` : null
}
