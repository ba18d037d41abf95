import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface HeldBarProps {
  station: string
  sendsAt: number
  onUndo: () => void
  onSendNow: () => void
}

/** An approval that can still be undone, with the seconds that are left. */
export function HeldBar({ station, sendsAt, onUndo, onSendNow }: HeldBarProps) {
  const { t } = useTranslation('requests')
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(ticking)
  }, [])
  // The button that was pressed is gone: the focus must not be lost with it, nor fall on Undo.
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => bar.current?.focus({ preventScroll: true }), [])
  const seconds = Math.max(0, Math.ceil((sendsAt - now) / 1000))
  return (
    <Box
      ref={bar}
      tabIndex={-1}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        p: 4,
        border: 1,
        borderColor: 'primary.main',
        borderRadius: 1,
      }}
    >
      <span role="status" className="visually-hidden">
        {t('held.spoken', { station })}
      </span>
      <Typography aria-hidden sx={{ flex: '1 1 240px', fontVariantNumeric: 'tabular-nums' }}>
        {t('held.text', { station, seconds })}
      </Typography>
      <Button variant="contained" onClick={onUndo}>
        {t('held.undo')}
      </Button>
      <Button onClick={onSendNow}>{t('held.sendNow')}</Button>
    </Box>
  )
}
