import type { CommandPort } from '../commandPort'
import type { Access } from '../variables'
import { controllers } from './controllers'
import type { Component, DeviceVariable, Variable } from './deviceVariable'

/** All components and variables of a charger (2.x part 1 §4, part 2 appendix 3). */
export function deviceModel(port: CommandPort): readonly DeviceVariable[] {
  return [...controllers(port), ...hardware(port)]
}

/** What a look at the charger itself would tell; only read. */
function hardware(port: CommandPort): readonly DeviceVariable[] {
  const { settings } = port
  const evse = (id: number) => port.evses().find((one) => one.id === id)
  const show = (
    component: Component,
    name: string,
    kind: Access['kind'],
    read: () => string,
    more: { readonly unit?: string; readonly most?: number; readonly values?: string } = {},
  ): DeviceVariable => ({
    component,
    variable: { name },
    access: { readOnly: true, kind, read, write: () => false, ...(more.most === undefined ? {} : { most: more.most }) },
    ...(more.unit ? { unit: more.unit } : {}),
    ...(more.values ? { values: more.values } : {}),
  })
  const states = { values: 'Available,Occupied,Reserved,Unavailable,Faulted' }
  const station = { name: 'ChargingStation' }
  return [
    show(station, 'AvailabilityState', 'string', () => availability(port.evses().map(({ status }) => status)), states),
    show(station, 'Available', 'boolean', () => 'true'),
    show(station, 'Problem', 'boolean', () => String(port.evses().some(({ status }) => status === 'faulted'))),
    show(station, 'Model', 'string', () => settings.model),
    show(station, 'VendorName', 'string', () => settings.vendor),
    show(station, 'SerialNumber', 'string', () => settings.serialNumber),
    show(station, 'SupplyPhases', 'integer', () => String(settings.phases)),
    show({ name: 'Controller' }, 'FirmwareVersion', 'string', () => port.firmwareVersion()),
    ...port.evses().flatMap(({ id }) => {
      const one: Component = { name: 'EVSE', evse: { id } }
      const plug: Component = { name: 'Connector', evse: { id, connectorId: 1 } }
      const state = () => availability([evse(id)?.status ?? ''])
      return [
        show(one, 'AvailabilityState', 'string', state, states),
        show(one, 'Available', 'boolean', () => 'true'),
        show(one, 'Problem', 'boolean', () => String(evse(id)?.status === 'faulted')),
        show(one, 'SupplyPhases', 'integer', () => String(settings.phases)),
        show(one, 'Power', 'integer', () => String(evse(id)?.powerW ?? 0), { unit: 'W', most: settings.powerW }),
        show(plug, 'AvailabilityState', 'string', state, states),
        show(plug, 'Available', 'boolean', () => 'true'),
        show(plug, 'ConnectorType', 'string', () => 'cType2'),
        show(plug, 'SupplyPhases', 'integer', () => String(settings.phases)),
      ]
    }),
  ]
}

const STATES: Readonly<Record<string, string>> = {
  available: 'Available',
  reserved: 'Reserved',
  unavailable: 'Unavailable',
  faulted: 'Faulted',
}

function availability(statuses: readonly string[]): string {
  const words = statuses.map((status) => STATES[status] ?? 'Occupied')
  return words.find((word) => word === 'Available') ?? words[0] ?? 'Available'
}

export type Found = DeviceVariable | 'UnknownComponent' | 'UnknownVariable'

/** Names are case-insensitive (2.0.1 part 1 §4). */
export function findVariable(model: readonly DeviceVariable[], component: Component, variable: Variable): Found {
  const inside = model.filter((one) => isSameComponent(one.component, component))
  if (inside.length === 0) return 'UnknownComponent'
  return inside.find((one) => isSameVariable(one.variable, variable)) ?? 'UnknownVariable'
}

export function isSameComponent(one: Component, other: Component): boolean {
  return (
    same(one.name, other.name) &&
    same(one.instance, other.instance) &&
    one.evse?.id === other.evse?.id &&
    one.evse?.connectorId === other.evse?.connectorId
  )
}

export function isSameVariable(one: Variable, other: Variable): boolean {
  return same(one.name, other.name) && same(one.instance, other.instance)
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}
