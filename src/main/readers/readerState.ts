import type { DeskReader, ReaderState } from '@shared/contract/readers'
import { READER_SYSTEMS } from '@shared/contract/readers'
import type { FromReader } from './process/messages'

/** What the desk readers are known to be, from what their process said and what became of it. */
export interface Standing {
  readonly service: 'unknown' | Extract<FromReader, { kind: 'service' }>['state']
  readonly readers: readonly DeskReader[]
  /** Why its process was ended or ended itself; stays until a new one has something to tell. */
  readonly trouble: { readonly kind: 'not-answering' } | { readonly kind: 'ended'; readonly reason: string } | null
}

export type Happening =
  | { readonly kind: 'said'; readonly message: FromReader }
  /** Its process was silent for too long and was ended. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'ended'; readonly reason: string }

export const AT_FIRST: Standing = { service: 'unknown', readers: [], trouble: null }

/** What a happening makes of a standing; the same object when it changes nothing. */
export function standingAfter(standing: Standing, happening: Happening): Standing {
  switch (happening.kind) {
    case 'silent':
      return { ...AT_FIRST, trouble: { kind: 'not-answering' } }
    case 'ended':
      return { ...AT_FIRST, trouble: { kind: 'ended', reason: happening.reason } }
    case 'said':
      return afterMessage(standing, happening.message)
  }
}

function afterMessage(standing: Standing, message: FromReader): Standing {
  switch (message.kind) {
    case 'service':
      // Readers of a service that is gone are gone too, until it tells of them again.
      return { service: message.state, readers: [], trouble: null }
    case 'readers':
      return { service: 'running', readers: message.readers, trouble: null }
    case 'beat':
    case 'card':
    case 'refused':
      return standing
  }
}

/** What the screen is told. */
export function shownState({ service, readers, trouble }: Standing, platform: NodeJS.Platform): ReaderState {
  if (trouble !== null) return trouble
  switch (service) {
    case 'unknown':
      return { kind: 'starting' }
    case 'running':
      return readers.length === 0 ? { kind: 'no-reader' } : { kind: 'ready', readers: [...readers] }
    default:
      return {
        kind: 'no-service',
        why: service,
        system: READER_SYSTEMS.find((system) => system === platform) ?? 'linux',
      }
  }
}
