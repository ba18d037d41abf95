import type { GridColDef, GridValidRowModel } from '@mui/x-data-grid'
import type { Cell } from '@shared/table/csv'
import { isoTime } from '@shared/table/isoTime'
import type { Table } from '@shared/table/table'
import type { ChosenColumn } from './columnChoice'

/** A column of a list: how it looks, and what stands under its heading when the list is saved as a table. */
export interface WrittenColumn<Row> extends ChosenColumn {
  readonly headerName?: string
  readonly written: (row: Row) => Cell
}

export type ListColumn<Row extends GridValidRowModel> = GridColDef<Row> & WrittenColumn<Row>

/** A moment in a table; in milliseconds since 1970. */
export const writtenTime = (at: number | null): Cell => (at === null ? null : isoTime(at))

/** A number without decimal places in a table. */
export const writtenNumber = (value: number | null): Cell => (value === null ? null : { number: value, places: 0 })

/** These columns as a table. */
export const tableOf = <Row>(columns: readonly WrittenColumn<Row>[]): Table<Row> => ({
  header: columns.map(({ field, headerName }) => headerName ?? field),
  cells: (row) => columns.map(({ written }) => written(row)),
})

/** Rows that are asked for at a time when a list is saved: the most that the contract gives. */
export const ROWS_A_PART = 500

/** A page of a list from its cursor on. */
export type FindRows<Row> = (
  page: { readonly before: number | null; readonly limit: number },
  signal: AbortSignal,
) => Promise<{ readonly entries: readonly Row[]; readonly next: number | null }>

/** Every row that a question finds, part by part, until `signal` is aborted. */
export async function* everyRow<Row>(find: FindRows<Row>, signal: AbortSignal): AsyncGenerator<readonly Row[]> {
  let before: number | null = null
  do {
    const { entries, next } = await find({ before, limit: ROWS_A_PART }, signal)
    yield entries
    before = next
  } while (before !== null && !signal.aborted)
}
