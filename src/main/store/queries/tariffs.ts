import { type Tariff, TariffTerms } from '@shared/contract/tariffs'
import { all, one, type ReadDb, run, type WriteDb } from '../handles'

interface TariffRow {
  id: number
  from_day: string
  /** JSON of TariffTerms. */
  terms: string
  made_at: number
  made_by: string
}

function toTariff({ id, from_day, terms, made_at, made_by }: TariffRow): Tariff {
  return { ...TariffTerms.parse(JSON.parse(terms)), id, fromDay: from_day, madeAt: made_at, madeBy: made_by }
}

/** All tariffs in the order of their first days. */
export function tariffsOf(db: ReadDb): Tariff[] {
  return all<TariffRow>(db, 'SELECT * FROM tariff ORDER BY from_day').map(toTariff)
}

export function tariffById(db: ReadDb, id: number): Tariff | undefined {
  const row = one<TariffRow>(db, 'SELECT * FROM tariff WHERE id = ?', id)
  return row && toTariff(row)
}

export function insertTariff(db: WriteDb, tariff: Omit<Tariff, 'id'>): number {
  const { fromDay, madeAt, madeBy, ...terms } = tariff
  return run(
    db,
    'INSERT INTO tariff (from_day, terms, made_at, made_by) VALUES (?, ?, ?, ?)',
    fromDay,
    JSON.stringify(terms),
    madeAt,
    madeBy,
  ).id
}

export function deleteTariff(db: WriteDb, id: number): void {
  run(db, 'DELETE FROM tariff WHERE id = ?', id)
}
