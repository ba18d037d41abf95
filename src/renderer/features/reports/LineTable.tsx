import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { DataGrid, type GridColDef } from '@mui/x-data-grid'
import { gridStyle } from '@renderer/components/gridStyle'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Grouping, ReportHead, ReportLine } from '@shared/contract/reports'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { reportPath } from './month'
import { useLineName, useReportFormat } from './useReportFormat'

interface LineTableProps {
  readonly head: ReportHead
  readonly lines: readonly ReportLine[]
  readonly by: Grouping
  readonly openKey: string | null
}

/** Rows that are shown at a time. */
const PAGE_ROWS = 50

/** The lines of a report; all of them are there, so that they can be put in any order. */
export function LineTable({ head, lines, by, openKey }: LineTableProps) {
  const { t } = useTranslation('reports')
  const navigate = useNavigate()
  const format = useFormat()
  const amounts = useReportFormat(head.issuer.currency)
  const nameOf = useLineName()
  const hasMoney = head.tariffs.length > 0
  const columns = useMemo((): GridColDef<ReportLine>[] => {
    const number = (field: keyof ReportLine & string, width: number, show: (value: number) => string) =>
      ({
        field,
        headerName: t(`column.${field as 'sessions'}`),
        width,
        type: 'number',
        valueFormatter: (value: number) => show(value),
      }) satisfies GridColDef<ReportLine>
    return [
      {
        field: 'name',
        headerName: t(`by.${by}`),
        flex: 1.4,
        minWidth: 130,
        valueGetter: (_value, line) => nameOf(line),
        renderCell: ({ row, value, tabIndex }) => (
          <MuiLink
            component={Link}
            to={reportPath(head.month, by, row.key)}
            tabIndex={tabIndex}
            underline="hover"
            noWrap
          >
            {String(value)}
          </MuiLink>
        ),
      },
      {
        field: 'detail',
        headerName: t('column.detail'),
        flex: 1,
        minWidth: 90,
        cellClassName: 'cut',
        valueGetter: (value: string) => showUnprintable(value),
      },
      number('sessions', 112, format.number),
      number('energyMwh', 130, amounts.kilowattHours),
      ...(hasMoney
        ? [
            number('netMinor', 104, amounts.money),
            number('taxMinor', 96, amounts.money),
            number('totalMinor', 112, amounts.money),
          ]
        : []),
    ]
  }, [t, by, nameOf, format, amounts, hasMoney, head.month])
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column' }}>
      <DataGrid<ReportLine>
        aria-label={t('lines')}
        rows={lines}
        getRowId={({ key }) => key}
        columns={columns}
        getRowClassName={({ id }) => (id === openKey ? 'open' : '')}
        rowHeight={40}
        columnHeaderHeight={40}
        onRowClick={({ row }) => void navigate(reportPath(head.month, by, row.key))}
        onCellKeyDown={(cell, event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void navigate(reportPath(head.month, by, cell.row.key))
        }}
        initialState={{ pagination: { paginationModel: { pageSize: PAGE_ROWS } } }}
        pageSizeOptions={[PAGE_ROWS]}
        hideFooter={lines.length <= PAGE_ROWS}
        disableColumnMenu
        disableRowSelectionOnClick
        rowSelection={false}
        sx={gridStyle(true)}
      />
    </Box>
  )
}
