import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { excelFormat } from '@renderer/components/tableFormats'
import { useTableExport } from '@renderer/components/useTableExport'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import type { Grouping } from '@shared/contract/reports'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkbook } from './useWorkbook'

interface ReportExportsProps {
  readonly month: string
  readonly by: Grouping
}

/** Saves a report: as a workbook, or its lines or sessions as a table. */
export function ReportExports({ month, by }: ReportExportsProps) {
  const { t } = useTranslation('reports')
  const client = useClient()
  const format = useFormat()
  const menuId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const workbook = useWorkbook()
  const rows = useRef<'lines' | 'sessions'>('lines')
  const table = useTableExport((chosen, signal) =>
    client.reports.table({ month, by, rows: rows.current, ...chosen }, { signal }),
  )
  const saveTable = (which: 'lines' | 'sessions') => () => {
    setOpen(false)
    rows.current = which
    const name = t(which === 'lines' ? 'file.lines' : 'file.sessions', { month, name: '' })
    void table.start(excelFormat(navigator.language), name)
  }
  const busy = workbook.sessions ?? table.rows
  if (busy !== null) {
    return (
      <>
        <Typography role="status" variant="body2" color="textSecondary">
          {t('saving', { rows: format.number(busy) })}
        </Typography>
        <Button autoFocus onClick={workbook.sessions === null ? table.cancel : workbook.cancel}>
          {t('cancel')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button
        ref={button}
        variant="outlined"
        startIcon={<DownloadIcon />}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(true)}
      >
        {t('export.open')}
      </Button>
      <Menu id={menuId} open={open} anchorEl={button.current} onClose={() => setOpen(false)}>
        <MenuItem
          onClick={() => {
            setOpen(false)
            void workbook.start({ month, by }, t('file.workbook', { month }))
          }}
        >
          {t('export.workbook')}
        </MenuItem>
        <MenuItem onClick={saveTable('lines')}>{t('export.lines')}</MenuItem>
        <MenuItem onClick={saveTable('sessions')}>{t('export.sessions')}</MenuItem>
      </Menu>
    </>
  )
}
