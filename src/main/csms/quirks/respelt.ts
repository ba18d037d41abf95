import type { AnyInbound } from '../action'
import type { Adapter } from '../adapter'

/** The specifications write `Heartbeat.req` and `HeartbeatRequest` where the wire has `Heartbeat` (part 4 §4.2.1). */
const plain = (name: string) => name.toLowerCase().replace(/(?:\.req|\.conf|request)$/, '')

/** The incoming action that is meant by a name that no action has as it stands; undefined when it is none. */
export function respelt(adapter: Adapter, name: string): AnyInbound | undefined {
  for (const [action, entry] of adapter.incoming) if (plain(action) === plain(name)) return entry
  return undefined
}
