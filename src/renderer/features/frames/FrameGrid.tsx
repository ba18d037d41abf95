import { DataGrid, type GridColDef } from '@mui/x-data-grid'
import { SLOT_PROPS, SLOTS } from '@renderer/components/gridSlots'
import { gridStyle } from '@renderer/components/gridStyle'
import { SLOW_MS, useLasting } from '@renderer/components/useLasting'
import type { Frame } from '@shared/contract/frames'
import { useTranslation } from 'react-i18next'
import { monoFamily, sizes } from '../../app/theme/tokens'
import { SHOWN_FRAMES } from './frameSource'

interface FrameGridProps {
  readonly columns: readonly GridColDef<Frame>[]
  readonly frames: readonly Frame[]
  readonly loading: boolean
  readonly openId: number | null
  readonly onOpen: (frame: Frame) => void
}

/** The frames as a table; only the rows in sight are drawn. */
export function FrameGrid({ columns, frames, loading, openId, onOpen }: FrameGridProps) {
  const { t } = useTranslation('frames')
  const isSlow = useLasting(loading, SLOW_MS)
  return (
    <DataGrid<Frame>
      aria-label={t('list')}
      rows={frames}
      columns={columns}
      loading={isSlow}
      aria-busy={loading}
      slots={SLOTS}
      slotProps={SLOT_PROPS}
      getRowClassName={({ id }) => (id === openId ? 'open' : '')}
      rowHeight={sizes.denseRow}
      columnHeaderHeight={sizes.denseRow}
      onRowClick={({ row }) => onOpen(row)}
      onCellKeyDown={(cell, event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        onOpen(cell.row)
      }}
      paginationModel={{ page: 0, pageSize: SHOWN_FRAMES }}
      pageSizeOptions={[SHOWN_FRAMES]}
      hideFooter
      disableColumnMenu
      disableColumnSorting
      disableColumnFilter
      disableColumnSelector
      disableRowSelectionOnClick
      rowSelection={false}
      sx={[
        gridStyle(true),
        {
          '& .MuiDataGrid-cell.cut': { lineHeight: `${sizes.denseRow}px` },
          '& .payload': { fontFamily: monoFamily, fontSize: '0.75rem', color: 'text.secondary' },
        },
      ].flat()}
    />
  )
}
