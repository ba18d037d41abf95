import Box from '@mui/material/Box'
import { DataGrid, type GridColDef, type GridValidRowModel } from '@mui/x-data-grid'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/useFormat'
import { gridStyle } from './gridStyle'
import { PAGE_SIZE, type Paging } from './useCursorPages'

/** One page of a list, as the contract answers it. */
export interface ListPage<Row> {
  entries: Row[]
  next: number | null
  total: number
  /** True when there are more than `total`. */
  totalIsLeast?: boolean
}

interface PagedGridProps<Row extends GridValidRowModel> {
  /** What the table lists, for those who can't see it. */
  label: string
  columns: readonly GridColDef<Row>[]
  query: UseQueryResult<ListPage<Row>>
  paging: Paging
  /** Called for a click on a row and for Enter in one. */
  onOpen?: (row: Row) => void
  /** The row whose details are open beside the table. */
  openId?: number | null
  /** Rows as high as what is in them, for sentences. */
  tall?: boolean
  /** Shown in place of the rows when there are none. */
  empty: ReactNode
  /** Shown in place of the table when it can't be loaded. */
  failed: ReactNode
}

/** How the grid calls a number of rows that is not known. */
const UNKNOWN = -1

/**
 * A long list, newest first, paged by the contract's cursors. The server orders and filters; the grid only shows, so
 * that what is on screen is never a sorted part of an unsorted whole.
 */
export function PagedGrid<Row extends GridValidRowModel & { id: number }>(props: PagedGridProps<Row>) {
  const { label, columns, query, paging, onOpen, openId, tall, empty, failed } = props
  const { t } = useTranslation('common')
  const { number } = useFormat()
  const page = query.data
  if (query.isError && !page) return failed
  if (page?.total === 0 && !query.isPlaceholderData) return empty
  const next = page?.next ?? null
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 240 }}>
      <DataGrid<Row>
        aria-label={label}
        rows={page?.entries ?? []}
        columns={columns}
        loading={query.isPending || query.isPlaceholderData}
        slotProps={{ loadingOverlay: { variant: 'skeleton', noRowsVariant: 'skeleton' } }}
        getRowClassName={({ id }) => (id === openId ? 'open' : '')}
        {...(tall ? { getRowHeight: () => 'auto' as const } : { rowHeight: 40 })}
        columnHeaderHeight={40}
        onRowClick={onOpen && (({ row }) => onOpen(row))}
        onCellKeyDown={(cell, event) => {
          if (event.key !== 'Enter' || !onOpen) return
          event.preventDefault()
          onOpen(cell.row)
        }}
        paginationMode="server"
        rowCount={page?.totalIsLeast ? UNKNOWN : (page?.total ?? 0)}
        localeText={{
          paginationDisplayedRows: ({ from, to, count }) => {
            const range = { from: number(from), to: number(to) }
            return count === UNKNOWN
              ? t('pages.ofMore', { ...range, total: number(Math.max(to, page?.total ?? 0)) })
              : t('pages.of', { ...range, total: number(count) })
          },
        }}
        paginationMeta={{ hasNextPage: next !== null }}
        paginationModel={{ page: paging.index, pageSize: PAGE_SIZE }}
        pageSizeOptions={[PAGE_SIZE]}
        onPaginationModelChange={({ page: wanted }) => paging.goTo(wanted, next)}
        hideFooter={(page?.total ?? 0) <= PAGE_SIZE && paging.index === 0}
        disableColumnMenu
        disableColumnSorting
        disableColumnFilter
        disableColumnSelector
        disableRowSelectionOnClick
        rowSelection={false}
        sx={gridStyle(onOpen !== undefined)}
      />
    </Box>
  )
}
