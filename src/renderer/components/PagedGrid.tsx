import Box from '@mui/material/Box'
import { DataGrid, type DataGridProps, type GridColDef, type GridValidRowModel } from '@mui/x-data-grid'
import type { UseQueryResult } from '@tanstack/react-query'
import { memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/useFormat'
import { gridStyle } from './gridStyle'
import { LoadingState } from './LoadingState'
import { opensRow, PLAIN_GRID } from './plainGrid'
import { PAGE_SIZE, type Paging } from './useCursorPages'
import { SLOW_MS, useLasting } from './useLasting'

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
  /** Those that are shown; the same array until they change. */
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

/**
 * A long list, newest first, paged by the contract's cursors. The server orders and filters; the grid only shows, so
 * that what is on screen is never a sorted part of an unsorted whole.
 */
export function PagedGrid<Row extends GridValidRowModel & { id: number }>(props: PagedGridProps<Row>) {
  const { label, columns, query, paging, onOpen, openId, tall = false, empty, failed } = props
  const page = query.data
  const isWaiting = query.isPending || query.isPlaceholderData
  const isSlow = useLasting(isWaiting, SLOW_MS)
  const next = page?.next ?? null
  // What still stands there of the page or the search before says nothing of what comes after the one that is on its way.
  const known = query.isPlaceholderData ? null : next
  const latest = useRef({ onOpen, paging, known })
  useLayoutEffect(() => {
    latest.current = { onOpen, paging, known }
  })
  const open = useCallback((row: GridValidRowModel) => latest.current.onOpen?.(row as Row), [])
  const turn = useCallback((wanted: number) => latest.current.paging.goTo(wanted, latest.current.known), [])
  if (query.isError && !page) return failed
  // A table is drawn once there is something in it: the empty one before it would take as long again.
  if (page === undefined)
    return (
      <Box aria-busy sx={ROOM}>
        {isSlow && <LoadingState rowHeight={40} rows={8} />}
      </Box>
    )
  if (page.total === 0 && !query.isPlaceholderData) return empty
  return (
    <Box aria-busy={isWaiting} sx={ROOM}>
      <Rows
        label={label}
        rows={page.entries}
        columns={columns as readonly GridColDef[]}
        isSlow={isSlow}
        total={page.total}
        totalIsLeast={page.totalIsLeast ?? false}
        hasNext={next !== null}
        index={paging.index}
        openId={openId ?? null}
        tall={tall}
        onOpen={onOpen && open}
        onTurn={turn}
      />
    </Box>
  )
}

const ROOM = { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 240 } as const

interface RowsProps {
  readonly label: string
  readonly rows: readonly GridValidRowModel[]
  readonly columns: readonly GridColDef[]
  readonly isSlow: boolean
  readonly total: number
  readonly totalIsLeast: boolean
  readonly hasNext: boolean
  readonly index: number
  readonly openId: number | null
  readonly tall: boolean
  readonly onOpen: ((row: GridValidRowModel) => void) | undefined
  readonly onTurn: (index: number) => void
}

/** How the grid calls a number of rows that is not known. */
const UNKNOWN = -1

const SIZES = [PAGE_SIZE]
const autoHeight = () => 'auto' as const

/** The table itself, drawn anew only when what it shows has changed: not with every letter that is typed above it. */
const Rows = memo(function Rows(props: RowsProps) {
  const { label, rows, columns, isSlow, total, totalIsLeast, hasNext, index, openId, tall, onOpen, onTurn } = props
  const { t } = useTranslation('common')
  const { number } = useFormat()
  const localeText = useMemo(
    (): DataGridProps['localeText'] => ({
      paginationDisplayedRows: ({ from, to, count }) => {
        const range = { from: number(from), to: number(to) }
        return count === UNKNOWN
          ? t('pages.ofMore', { ...range, total: number(Math.max(to, total)) })
          : t('pages.of', { ...range, total: number(count) })
      },
    }),
    [t, number, total],
  )
  return (
    <DataGrid
      {...PLAIN_GRID}
      aria-label={label}
      rows={rows}
      columns={columns}
      loading={isSlow}
      getRowClassName={({ id }) => (id === openId ? 'open' : '')}
      {...(tall ? { getRowHeight: autoHeight } : { rowHeight: 40 })}
      columnHeaderHeight={40}
      {...(onOpen && opensRow(onOpen))}
      paginationMode="server"
      rowCount={totalIsLeast ? UNKNOWN : total}
      localeText={localeText}
      paginationMeta={{ hasNextPage: hasNext }}
      paginationModel={{ page: index, pageSize: PAGE_SIZE }}
      pageSizeOptions={SIZES}
      onPaginationModelChange={({ page }) => onTurn(page)}
      hideFooter={total <= PAGE_SIZE && index === 0}
      sx={gridStyle(onOpen !== undefined)}
    />
  )
})
