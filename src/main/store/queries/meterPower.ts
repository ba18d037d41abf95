import { all, type ReadDb, run, type WriteDb } from '../handles'

/** Mean power of a meter in a minute since 1970; `chargers` are all chargers together, as they told it themselves. */
export interface MeterPowerRow {
  readonly meter: 'grid' | 'solar' | 'battery' | 'chargers'
  readonly minute: number
  readonly power_w: number
}

export function saveMeterPower(db: WriteDb, { meter, minute, power_w: power }: MeterPowerRow): void {
  run(
    db,
    `INSERT INTO meter_power (meter, minute, power_w) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET power_w = excluded.power_w`,
    meter,
    minute,
    power,
  )
}

export function deleteMeterPowerBefore(db: WriteDb, minute: number): void {
  run(db, 'DELETE FROM meter_power WHERE minute < ?', minute)
}

/** Means over stretches of `step` minutes, oldest first. `minute`: the first of the stretch. */
export function meterPowerSince(db: ReadDb, minute: number, step: number): MeterPowerRow[] {
  return all(
    db,
    `SELECT meter, minute - minute % CAST(?2 AS INTEGER) AS minute, avg(power_w) AS power_w FROM meter_power WHERE minute >= ?1
       GROUP BY 1, 2 ORDER BY 2`,
    minute,
    step,
  )
}
