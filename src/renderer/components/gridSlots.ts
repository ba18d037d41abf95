import type { DataGridProps } from '@mui/x-data-grid'

/** Nothing stands in a table without rows: that nothing was found is said in its place. The same object each time. */
export const SLOTS: DataGridProps['slots'] = { noRowsOverlay: () => null }

/** How a table shows that it waits: rows to come where there are none, a line over those that are there. */
export const SLOT_PROPS: DataGridProps['slotProps'] = {
  loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' },
}
