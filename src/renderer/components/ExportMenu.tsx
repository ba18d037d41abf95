import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface ExportMenuProps {
  /** What can be saved; a choice begins it. */
  readonly choices: readonly { readonly label: string; readonly start: () => void }[]
  /** Rows that have come of what is being made; null while nothing is. */
  readonly rows: number | null
  /** Rows that it will have, where that is known. */
  readonly total?: number | undefined
  readonly onCancel: () => void
}

/** A button that offers what can be saved as a file; while one is made, how far it is, and a button that gives it up. */
export function ExportMenu({ choices, rows, total, onCancel }: ExportMenuProps) {
  const { t } = useTranslation(['common', 'lists'])
  const format = useFormat()
  const menuId = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
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
        <Button variant="outlined" onClick={onCancel} autoFocus>
          {t('tableExport.cancel')}
        </Button>
      </Box>
    )
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
        {choices.map(({ label, start }) => (
          <MenuItem
            key={label}
            onClick={() => {
              setAnchor(null)
              start()
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
