import type { Reading, Session } from '@shared/contract/sessions'
import type { Cell } from '@shared/table/csv'
import { isoTime } from '@shared/table/isoTime'
import { type Table, table } from '@shared/table/table'
import type { z } from 'zod'

/** Places of what is no whole watt or watt-hour: what is finer is noise of the arithmetic. */
const PLACES = 3

const whole = (value: number | null): Cell => (value === null ? null : { number: value, places: 0 })
const time = (at: number | null): Cell => (at === null ? null : isoTime(at))
const measured = (value: number | null): Cell =>
  value === null ? null : { number: value, places: Number.isInteger(value) ? 0 : PLACES }
const kilowattHours = (wh: number | null): Cell =>
  wh === null ? null : { number: wh / 1_000, places: Number.isInteger(wh) ? 3 : 3 + PLACES }

/** The ledger's columns. */
export const SESSION_TABLE: Table<Session> = table([
  { name: 'session', cell: ({ id }) => whole(id) },
  { name: 'station', cell: ({ stationIdentity }) => stationIdentity },
  { name: 'evse', cell: ({ evseId }) => whole(evseId) },
  { name: 'connector', cell: ({ connectorId }) => whole(connectorId) },
  { name: 'transaction', cell: ({ transactionId }) => transactionId },
  { name: 'card', cell: ({ token }) => token },
  { name: 'card_type', cell: ({ tokenType }) => tokenType },
  { name: 'holder', cell: ({ holder }) => holder },
  { name: 'label', cell: ({ cardLabel }) => cardLabel },
  { name: 'authorization', cell: ({ authorization }) => authorization },
  { name: 'state', cell: ({ state }) => state },
  { name: 'started', cell: ({ startedAt }) => time(startedAt) },
  { name: 'ended', cell: ({ endedAt }) => time(endedAt) },
  {
    name: 'duration_s',
    cell: ({ startedAt, endedAt }) =>
      whole(startedAt === null || endedAt === null ? null : Math.round((endedAt - startedAt) / 1_000)),
  },
  { name: 'energy_kwh', cell: ({ energyWh }) => kilowattHours(energyWh) },
  { name: 'energy_wh', cell: ({ energyWh }) => measured(energyWh) },
  { name: 'meter_start_wh', cell: ({ meterStartWh }) => measured(meterStartWh) },
  { name: 'meter_last_wh', cell: ({ meterLastWh }) => measured(meterLastWh) },
  { name: 'stop_reason', cell: ({ stopReason }) => stopReason },
  { name: 'doubts', cell: ({ doubts }) => doubts.join(' ') },
  // Energy and end are then those of the settlement.
  { name: 'settled', cell: ({ settled }) => settled },
  // By this computer's clock, where that of the charger is in doubt.
  { name: 'received_first', cell: ({ receivedFirstAt }) => time(receivedFirstAt) },
  { name: 'received_last', cell: ({ receivedLastAt }) => time(receivedLastAt) },
])

/** The columns of one session's readings. */
export const READING_TABLE: Table<z.infer<typeof Reading>> = table([
  { name: 'time', cell: ({ at }) => isoTime(at) },
  { name: 'energy_kwh', cell: ({ energyWh }) => kilowattHours(energyWh) },
  { name: 'energy_wh', cell: ({ energyWh }) => measured(energyWh) },
  { name: 'power_w', cell: ({ powerW }) => measured(powerW) },
])
