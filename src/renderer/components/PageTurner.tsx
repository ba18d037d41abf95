import BeforeIcon from '@mui/icons-material/ChevronLeft'
import NextIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isFocusLost } from './lostFocus'

interface PageTurnerProps {
  /** Of what is shown; 0 for the first page. */
  readonly index: number
  /** Rows of a page. */
  readonly size: number
  /** Rows of all pages. */
  readonly total: number
  readonly onTurn: (index: number) => void
}

/** Which rows of a long list are shown, and the ways to those before and after; nothing where one page holds all. */
export function PageTurner({ index, size, total, onTurn }: PageTurnerProps) {
  const { t } = useTranslation(['common', 'lists'])
  const { number } = useFormat()
  const before = useRef<HTMLButtonElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const shown = useRef(index)
  useEffect(() => {
    if (shown.current === index) return
    const [used, other] = shown.current < index ? [next.current, before.current] : [before.current, next.current]
    shown.current = index
    // At an end the button that led there can not be used any more, nor keep the focus.
    if (used?.disabled && isFocusLost()) other?.focus({ preventScroll: true })
  }, [index])
  if (total <= size) return null
  const to = Math.min(total, (index + 1) * size)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 1, pt: 2 }}>
      <Typography role="status" variant="body2" color="textSecondary" sx={{ mr: 2 }}>
        {t('pages.of', { from: number(index * size + 1), to: number(to), total: number(total) })}
      </Typography>
      <IconButton
        ref={before}
        aria-label={t('lists:pages.before')}
        disabled={index === 0}
        onClick={() => onTurn(index - 1)}
      >
        <BeforeIcon />
      </IconButton>
      <IconButton
        ref={next}
        aria-label={t('lists:pages.next')}
        disabled={to === total}
        onClick={() => onTurn(index + 1)}
      >
        <NextIcon />
      </IconButton>
    </Box>
  )
}
