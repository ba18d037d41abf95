import { type Draft, isGroup } from '@renderer/components/schemaForm/draft'
import type { StationCommandName } from '@shared/commands'
import type { commands as words } from '../../i18n/en/commands'

/** A sentence of `commands:hits`, without those that count sessions. */
export type HitKey = Exclude<keyof typeof words.hits, 'running_one' | 'running_other'>

/** What a command does to whoever charges. Null: nothing, as it is filled in now. */
export interface Hit {
  readonly key: HitKey
  /** It ends or endangers sessions that run; limited to an EVSE where one is chosen. */
  readonly endsSessions: boolean
  readonly evseId: number | null
}

/** What would be hit by a command as its form stands; null for the name means a message of the protocol. */
export function hitOf(name: StationCommandName | null, draft: Draft): Hit | null {
  const fields = isGroup(draft) ? draft : {}
  const evseId = typeof fields.evseId === 'string' && fields.evseId !== '' ? Number(fields.evseId) : null
  switch (name) {
    case 'reset':
      return fields.when === 'now'
        ? { key: 'reset.now', endsSessions: true, evseId }
        : { key: 'reset.when-idle', endsSessions: false, evseId }
    case 'unlock':
      return { key: 'unlock', endsSessions: true, evseId }
    case 'set-availability':
      return fields.available === true ? null : { key: 'set-availability', endsSessions: false, evseId }
    case 'customer-information':
      return fields.clear === true ? { key: 'customer-information', endsSessions: false, evseId: null } : null
    case 'update-firmware':
      return { key: 'update-firmware', endsSessions: true, evseId: null }
    case 'stop-session':
    case 'set-variables':
    case 'install-certificate':
    case 'delete-certificate':
      return { key: name, endsSessions: false, evseId: null }
    default:
      return { key: 'other', endsSessions: name === null, evseId }
  }
}
