import type { Protocol } from '@shared/ocpp/station'
import type { EventReader } from '../sessions/eventReader'
import type { SessionEvent } from '../sessions/sessionEvent'
import type { Adapter } from './adapter'
import { createAdapters } from './adapters'
import { readPayload } from './quirks/reader'
import { respelt } from './quirks/respelt'
import { parseFrame } from './rpc/frame'
import { toSessionEvent } from './v2x/sessionEvents'
import { metered, started, stopped } from './v16/sessionEvents'

/**
 * Reads events of all versions from the frames that were stored: what was answered and not interpreted when the program
 * ended, and what is interpreted again. Every quirk is accepted: the answer to a stored event said that it was.
 */
export function createStoredEventReader(): EventReader {
  let adapters: Readonly<Record<string, Adapter>> | null = null
  return ({ protocol, frame, receivedAt }) => {
    adapters ??= createAdapters()
    const adapter = adapters[protocol]
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
    return read.kind === 'valid' ? toEvent(adapter.protocol, action, read.payload, receivedAt) : null
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
