import type { SiteState } from '@shared/contract/site'
import type { Listener } from '../csms/listener/listener'
import { type Interfaces, reachableUrls } from '../reachable'

/** A port as the console shows it. */
export function listenerState(
  scheme: 'ws' | 'wss' | 'mqtts',
  { address, port }: Listener,
  interfaces: Interfaces,
): SiteState['listeners'][number] {
  return {
    url: `${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`,
    reachableAt: reachableUrls(scheme, address, port, interfaces),
  }
}
