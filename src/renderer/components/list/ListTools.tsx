import Box from '@mui/material/Box'
import type { TableFormat, TablePart } from '@shared/contract/ledger'
import { tableText } from '@shared/table/table'
import { thisComputersZone } from '@shared/zone'
import type { ReactNode } from 'react'
import { tableFileName } from '../saveText'
import { TableExport } from '../TableExport'
import { ChooseColumns, type NamedColumn } from './ChooseColumns'
import { everyRow, type FindRows, tableOf, type WrittenColumn } from './listColumn'
import type { FilterValues } from './listFilter'
import { SavedFilters } from './SavedFilters'
import type { ColumnView } from './useColumnChoice'
import type { ListFilter } from './useListFilter'

/** How the list is saved as a table: by the server, page by page with the columns that are shown, or in a way of its own. */
type Saved<Row> =
  | {
      readonly open: (format: TableFormat, signal: AbortSignal) => Promise<AsyncIterable<TablePart>>
      readonly columns: ColumnView<NamedColumn>
    }
  | {
      /** The rows that the present filter finds. */
      readonly find: FindRows<Row>
      readonly columns: ColumnView<WrittenColumn<Row>>
    }
  | { readonly exports: ReactNode; readonly columns: ColumnView<NamedColumn> }

type ListToolsProps<Row, Values extends FilterValues<Values>> = Saved<Row> & {
  /** What is chosen for the list is kept under this name. */
  readonly name: string
  /** What the list holds: the name of a file that it is saved as. */
  readonly title: string
  /** Left out where nothing narrows the list. */
  readonly filter?: ListFilter<Values>
  /** How many rows the present filter finds, where that is known. */
  readonly total?: number | undefined
}

/** What every list can do: keep filters, choose columns, and be saved as a table. */
export function ListTools<Row, Values extends FilterValues<Values>>(props: ListToolsProps<Row, Values>) {
  const { name, title, columns, filter, total } = props
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto' }}>
      {filter && <SavedFilters name={name} filter={filter} />}
      {columns.all.some(({ hideable }) => hideable !== false) && <ChooseColumns columns={columns} />}
      {'exports' in props ? (
        props.exports
      ) : (
        <TableExport
          open={(format, signal) => ('open' in props ? props.open(format, signal) : written(props, format, signal))}
          fileName={() => tableFileName(title, thisComputersZone(), Date.now())}
          {...(total === undefined ? {} : { total })}
        />
      )}
    </Box>
  )
}

async function written<Row>(
  { find, columns }: Extract<Saved<Row>, { find: unknown }>,
  format: TableFormat,
  signal: AbortSignal,
): Promise<AsyncIterable<TablePart>> {
  return tableText(tableOf(columns.shown), everyRow(find, signal), format)
}
