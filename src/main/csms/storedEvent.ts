import type { Protocol } from '@shared/ocpp/station'
import type { EventReader } from '../sessions/eventReader'
import type { ToldReader } from '../sessions/evidence'
import type { SessionEvent } from '../sessions/sessionEvent'
import { NOTHING_TOLD } from '../sessions/told'
import type { Adapter } from './adapter'
import type { Adapters } from './adapters'
import { readPayload } from './quirks/reader'
import { respelt } from './quirks/respelt'
import { parseFrame } from './rpc/frame'
import { toSessionEvent } from './v2x/sessionEvents'
import { toTold as told2x } from './v2x/told'
import { metered, started, stopped } from './v16/sessionEvents'
import { toTold as told16 } from './v16/told'

/** Reads the frames that were stored, of all versions. */
export interface StoredReader {
  readonly event: EventReader
  readonly told: ToldReader
}

/**
 * What was answered and not interpreted when the program ended is read so, what is interpreted again, and what is looked
 * at closer. Every quirk is accepted: the answer to a stored event said that it was.
 * @param adapters of every version
 */
export function createStoredReader(adapters: Adapters): StoredReader {
  const byName: Readonly<Record<string, Adapter>> = adapters

  const open = ({ protocol, frame, receivedAt }: Parameters<EventReader>[0]) => {
    const adapter = byName[protocol]
    if (!adapter) return null
    const call = parseFrame(frame, adapter.protocol)
    if (call.kind !== 'call') return null
    const action = (adapter.incoming.get(call.action) ?? respelt(adapter, call.action))?.action
    if (action === undefined) return null
    const read = readPayload({
      adapter,
      action,
      direction: 'Request',
      payload: call.payload,
      receivedAt,
      accepts: () => true,
    })
    return read.kind === 'valid' ? { protocol: adapter.protocol, action, payload: read.payload } : null
  }

  return {
    event(stored) {
      const found = open(stored)
      return found && toEvent(found.protocol, found.action, found.payload, stored.receivedAt)
    },
    told(stored) {
      const found = open(stored)
      if (!found) return NOTHING_TOLD
      const { protocol, action, payload } = found
      return protocol === 'ocpp1.6' ? told16(action, payload) : told2x(action, payload)
    },
  }
}

function toEvent(protocol: Protocol, action: string, payload: object, receivedAt: number): SessionEvent | null {
  // The payload is one of the action's request: its schema has said so.
  if (protocol !== 'ocpp1.6') return action === 'TransactionEvent' ? toSessionEvent(payload as never) : null
  switch (action) {
    case 'StartTransaction':
      return started(payload as never)
    case 'MeterValues':
      return metered(payload as never, receivedAt)
    case 'StopTransaction':
      return stopped(payload as never)
    default:
      return null
  }
}
