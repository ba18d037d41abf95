import Box from '@mui/material/Box'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import type { CalendarEntry } from '@shared/contract/certificates'
import { useTranslation } from 'react-i18next'
import { type CertificateStanding, certificateStanding } from './certificateStanding'
import { type LifeWindow, lifeMarks, renewalAt, shareIn } from './lifeWindow'

const COLOUR: Readonly<Record<CertificateStanding, string>> = {
  valid: 'status.good',
  'ends-soon': 'status.attention',
  ended: 'status.danger',
  'not-yet-valid': 'status.quiet',
  revoked: 'status.quiet',
}

const place = (share: number) => `${(100 * share).toFixed(2)}%`

interface LifeLineProps {
  readonly entry: CalendarEntry
  readonly window: LifeWindow
}

/** A certificate's life as a line: what is over, what is left, and when its renewal begins. Its words stand beside it. */
export function LifeLine({ entry, window }: LifeLineProps) {
  const now = useNow()
  const { notBefore, notAfter } = entry
  const from = shareIn(window, notBefore ?? now)
  const to = shareIn(window, notAfter)
  const today = shareIn(window, now)
  const renewal = renewalAt(entry)
  const goesOn = notAfter > window.to
  const bar = { position: 'absolute', top: 9, height: 8 } as const
  const colour = COLOUR[certificateStanding({ notBefore: notBefore ?? 0, notAfter }, now)]
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 26, minWidth: 0 }}>
      {lifeMarks(window).map((at) => (
        <Box
          key={at}
          sx={{ position: 'absolute', top: 0, bottom: 0, width: '1px', bgcolor: 'divider', opacity: 0.6 }}
          style={{ left: place(shareIn(window, at)) }}
        />
      ))}
      <Box
        sx={{ ...bar, bgcolor: colour, opacity: 0.3, borderRadius: '4px 0 0 4px' }}
        style={{ left: place(from), width: place(Math.max(0, Math.min(today, to) - from)) }}
      />
      <Box
        sx={{ ...bar, bgcolor: colour, borderRadius: goesOn ? 0 : '0 4px 4px 0' }}
        style={{ left: place(Math.max(today, from)), width: place(Math.max(0, to - Math.max(today, from))) }}
      />
      {goesOn && (
        <Box sx={{ position: 'absolute', right: -3, top: 5, color: colour, display: 'flex' }}>
          <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
            <path d="m2 1 7 7-7 7z" fill="currentColor" />
          </svg>
        </Box>
      )}
      {renewal !== null && renewal > window.from && renewal < window.to && (
        <Box
          sx={{
            position: 'absolute',
            top: 6,
            width: 14,
            height: 14,
            marginLeft: '-7px',
            borderRadius: '50%',
            bgcolor: 'background.paper',
            border: '3px solid',
            borderColor: 'primary.main',
          }}
          style={{ left: place(shareIn(window, renewal)) }}
        />
      )}
      <Box
        sx={{ position: 'absolute', top: 0, bottom: 0, width: '2px', bgcolor: 'text.primary' }}
        style={{ left: place(today) }}
      />
    </Box>
  )
}

/** The scale over the lines: years or months, and today. */
export function LifeScale({ window }: { readonly window: LifeWindow }) {
  const { t, i18n } = useTranslation('certificates')
  const format = useFormat()
  const now = useNow()
  const marks = lifeMarks(window)
  const inYears = marks.every((at) => new Date(at).getMonth() === 0)
  const written = new Intl.DateTimeFormat(
    i18n.language,
    inYears ? { year: 'numeric' } : { month: 'short', year: '2-digit' },
  )
  const today = shareIn(window, now)
  return (
    <Box
      aria-hidden
      sx={{
        position: 'relative',
        height: 20,
        minWidth: 0,
        typography: 'body2',
        color: 'text.secondary',
        '& > *': { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
      }}
    >
      {marks
        // Nothing is written over the word for today.
        .filter((at) => Math.abs(shareIn(window, at) - today) > 0.08 && shareIn(window, at) < 0.97)
        .map((at) => (
          <span key={at} style={{ left: place(shareIn(window, at)) }}>
            {written.format(at)}
          </span>
        ))}
      <Box
        component="span"
        title={format.date(now)}
        sx={{ color: 'text.primary', fontWeight: 600 }}
        style={{ left: place(Math.max(today, 0.03)) }}
      >
        {t('calendar.today')}
      </Box>
    </Box>
  )
}
