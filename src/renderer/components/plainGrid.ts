import type { DataGridProps, GridValidRowModel } from '@mui/x-data-grid'

/** What every table is without: the server orders and narrows, and rows are not chosen. The same objects each time. */
export const PLAIN_GRID = {
  // Nothing stands in a table without rows: that nothing was found is said in its place.
  slots: { noRowsOverlay: () => null },
  // How it shows that it waits: rows to come where there are none, a line over those that are there.
  slotProps: { loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' } },
  disableColumnMenu: true,
  disableColumnSorting: true,
  disableColumnFilter: true,
  disableColumnSelector: true,
  disableRowSelectionOnClick: true,
  rowSelection: false,
} as const satisfies Partial<DataGridProps>

/** A link or a button in a cell does what it says, and that alone. */
const isOfItsOwn = (target: EventTarget) => target instanceof Element && target.closest('a, button') !== null

/** Opens a row by a click on it, and by Enter in one of its cells. */
export function opensRow<Row extends GridValidRowModel>(
  open: (row: Row) => void,
): Pick<DataGridProps<Row>, 'onRowClick' | 'onCellKeyDown'> {
  return {
    onRowClick: ({ row }, { target }) => {
      if (!isOfItsOwn(target)) open(row)
    },
    onCellKeyDown: ({ row }, event) => {
      if (event.key !== 'Enter' || isOfItsOwn(event.target)) return
      event.preventDefault()
      open(row)
    },
  }
}
