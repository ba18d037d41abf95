import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import type { TableFormat, TablePart } from '@shared/contract/ledger'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { excelFormat, PLAIN_FORMAT } from './tableFormats'
import { useTableExport } from './useTableExport'

interface TableExportProps {
  /** Opens the table; its parts come as long as they are read and `signal` is not aborted. */
  readonly open: (format: TableFormat, signal: AbortSignal) => Promise<AsyncIterable<TablePart>>
  /** What the file is called when it is saved. */
  readonly fileName: () => string
  /** Rows that it will have, where that is known. */
  readonly total?: number
}

/** A button that saves a table as a file; while it is made, how far it is, and a button that gives it up. */
export function TableExport({ open, fileName, total }: TableExportProps) {
  const { t } = useTranslation(['common', 'lists'])
  const format = useFormat()
  const menuId = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { rows, start, cancel } = useTableExport(open)
  const button = useRef<HTMLButtonElement>(null)
  const wasUnderWay = useRef(false)
  useEffect(() => {
    // The button to cancel goes with the progress; whoever was on it is back where it began.
    if (wasUnderWay.current && rows === null && document.activeElement === document.body) button.current?.focus()
    wasUnderWay.current = rows !== null
  }, [rows])
  if (rows !== null) {
    const share = total === undefined || total === 0 ? null : Math.min(100, (rows / total) * 100)
    const progress = t('tableExport.progress', { rows: format.number(rows) })
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Box sx={{ width: 140 }}>
          <Typography variant="body2" color="textSecondary" noWrap>
            {progress}
          </Typography>
          <LinearProgress
            aria-label={progress}
            {...(share === null ? {} : { variant: 'determinate' as const, value: share })}
          />
        </Box>
        <Button variant="outlined" onClick={cancel} autoFocus>
          {t('tableExport.cancel')}
        </Button>
      </Box>
    )
  }
  const choose = (chosen: TableFormat) => () => {
    setAnchor(null)
    void start(chosen, fileName())
  }
  return (
    <>
      <Button
        ref={button}
        variant="outlined"
        disabled={total === 0}
        startIcon={<DownloadIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('tableExport.export')}
      </Button>
      <Menu id={menuId} open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {total !== undefined && (
          <ListSubheader role="presentation">
            {t('lists:rows', { count: total, rows: format.number(total) })}
          </ListSubheader>
        )}
        <MenuItem onClick={choose(excelFormat(navigator.language))}>{t('tableExport.forExcel')}</MenuItem>
        <MenuItem onClick={choose(PLAIN_FORMAT)}>{t('tableExport.forOthers')}</MenuItem>
      </Menu>
    </>
  )
}
