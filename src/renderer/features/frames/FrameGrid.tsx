import { DataGrid, type GridColDef } from '@mui/x-data-grid'
import { gridStyle } from '@renderer/components/gridStyle'
import { opensRow, PLAIN_GRID } from '@renderer/components/plainGrid'
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
      {...PLAIN_GRID}
      aria-label={t('list')}
      rows={frames}
      columns={columns}
      loading={isSlow}
      aria-busy={loading}
      getRowClassName={({ id }) => (id === openId ? 'open' : '')}
      rowHeight={sizes.denseRow}
      columnHeaderHeight={sizes.denseRow}
      {...opensRow(onOpen)}
      paginationModel={{ page: 0, pageSize: SHOWN_FRAMES }}
      pageSizeOptions={[SHOWN_FRAMES]}
      hideFooter
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
