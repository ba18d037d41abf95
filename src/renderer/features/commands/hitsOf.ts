import { type Draft, isGroup } from '@renderer/components/schemaForm/draft'
import type { StationCommandName } from '@shared/commands'
import type { commands as words } from '../../i18n/en/commands'

/** A sentence of `commands:hits`, without those that count sessions. */
export type HitKey = Exclude<keyof typeof words.hits, 'running_one' | 'running_other'>

/** What a command does to whoever charges. Null: nothing, as it is filled in now. */
export interface Hit {
  readonly key: HitKey
  /** Whether it ends sessions that run, comes after them, or has nothing to do with them. */
  readonly sessions: 'end' | 'stay' | 'apart'
  /** Only those at this EVSE; null for all of the station. */
  readonly evseId: number | null
}

/** What would be hit by a command as its form stands; null for the name means a message of the protocol. */
export function hitOf(name: StationCommandName | null, draft: Draft): Hit | null {
  const fields = isGroup(draft) ? draft : {}
  const evseId = typeof fields.evseId === 'string' && fields.evseId !== '' ? Number(fields.evseId) : null
  switch (name) {
    case 'reset':
      return fields.when === 'now'
        ? { key: 'reset.now', sessions: 'end', evseId }
        : { key: 'reset.when-idle', sessions: 'stay', evseId }
    case 'unlock':
      return { key: 'unlock', sessions: 'end', evseId }
    case 'set-availability':
      return fields.available === true ? null : { key: 'set-availability', sessions: 'stay', evseId }
    case 'customer-information':
      return fields.clear === true ? { key: 'customer-information', sessions: 'apart', evseId: null } : null
    case 'update-firmware':
      return { key: 'update-firmware', sessions: 'end', evseId: null }
    case 'stop-session':
    case 'set-variables':
    case 'install-certificate':
    case 'delete-certificate':
      return { key: name, sessions: 'apart', evseId: null }
    default:
      return { key: 'other', sessions: 'end', evseId }
  }
}
