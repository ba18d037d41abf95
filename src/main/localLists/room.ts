import type { Protocol } from '@shared/ocpp/station'
import { ofWholeStation } from '@shared/ocpp/variable'
import type { ReadDb } from '../store/handles'
import { type VariableRow, variableRow } from '../store/queries/variables'

/** What a station has told of its list; null where it has not. */
export interface ListRoom {
  readonly available: boolean | null
  readonly enabled: boolean | null
  readonly capacity: number | null
  readonly perMessage: number | null
  readonly bytesPerMessage: number | null
}

/** Where each version keeps it. 2.x tells the capacity as the upper limit of how many entries there are. */
export const ROOM_VARIABLES = {
  'ocpp1.6': ['LocalAuthListEnabled', 'LocalAuthListMaxLength', 'SendLocalListMaxLength'],
  'ocpp2.x': ['Enabled', 'Available', 'Entries', 'ItemsPerMessage', 'BytesPerMessage'],
} as const

export function roomOf(read: ReadDb, stationId: number, protocol: Protocol): ListRoom {
  const row = (component: string, variable: string): VariableRow | undefined =>
    variableRow(read, stationId, ofWholeStation(component, variable))
  if (protocol === 'ocpp1.6') {
    const of = (key: string) => row('', key)?.value
    return {
      available: null,
      enabled: yes(of('LocalAuthListEnabled')),
      capacity: count(of('LocalAuthListMaxLength')),
      perMessage: count(of('SendLocalListMaxLength')),
      bytesPerMessage: null,
    }
  }
  const of = (variable: string) => row('LocalAuthListCtrlr', variable)
  return {
    available: yes(of('Available')?.value),
    enabled: yes(of('Enabled')?.value),
    capacity: of('Entries')?.max ?? null,
    perMessage: count(of('ItemsPerMessage')?.value),
    bytesPerMessage: count(of('BytesPerMessage')?.value),
  }
}

function yes(value: string | null | undefined): boolean | null {
  const plain = value?.trim().toLowerCase()
  return plain === 'true' || plain === '1' ? true : plain === 'false' || plain === '0' ? false : null
}

function count(value: string | null | undefined): number | null {
  const number = Number(value ?? '')
  return Number.isInteger(number) && number > 0 ? number : null
}
