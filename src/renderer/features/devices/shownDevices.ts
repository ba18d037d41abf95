import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { nameOrder } from '@renderer/i18n/format/intl'
import type { Device } from '@shared/contract/devices'

export const SHOW = ['all', 'waiting', 'active', 'revoked'] as const
/** Which devices are wanted; `all` leaves out those that have unregistered, unless they are searched for. */
export type DeviceShow = (typeof SHOW)[number]

/** The filter of the list of devices. */
export const DEVICE_FILTER: ListFilterSpec<{ search: string; show: DeviceShow }> = {
  widest: { search: '', show: 'all' },
  choices: { show: SHOW },
  typed: ['search'],
}

/** The devices that are wanted, those that wait first, then by name in the order of a language. */
export function shownDevices(devices: readonly Device[], search: string, show: DeviceShow, language: string): Device[] {
  const byName = nameOrder(language)
  const wanted = search.trim().toLowerCase()
  const rank = ({ state }: Device) => (state === 'waiting' ? 0 : 1)
  return devices
    .filter((device) => (show === 'all' ? wanted !== '' || device.state !== 'gone' : device.state === show))
    .filter((device) =>
      [device.clientId, device.label, device.type, device.serviceCode, device.deviceType].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    )
    .sort((one, other) => rank(one) - rank(other) || byName(one.clientId, other.clientId))
}
