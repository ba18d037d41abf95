import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { CalendarEntry } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { CertificateStandingMark } from './CertificateStandingMark'
import { LifeLine, LifeScale } from './LifeLine'
import { type LifeWindow, lifeWindow } from './lifeWindow'
import { usePlanWords } from './usePlanWords'

/** How many entries stand there before the rest is folded away. */
const SHOWN = 6

/** Whose it is, its line, how it stands; what will happen below. */
const ROW = {
  display: 'grid',
  gridTemplateColumns: 'minmax(96px, 180px) minmax(0, 1fr) 120px',
  alignItems: 'center',
  columnGap: 4,
  px: 4,
} as const

/** Everything that ends some day, the nearest first, and what will happen until then. */
export function ExpiryCalendar() {
  const { t } = useTranslation('certificates')
  const found = useQuery(useOrpc().certificates.calendar.queryOptions())
  const [all, setAll] = useState(false)
  const now = useNow()
  if (!found.data) {
    return found.isError ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState rows={2} />
    )
  }
  const entries = found.data
  const window = lifeWindow(entries, now)
  const more = entries.length - SHOWN
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, bgcolor: 'background.paper' }}>
      <Box sx={{ ...ROW, py: 1 }}>
        <span />
        <LifeScale window={window} />
      </Box>
      <Box component="ul" aria-label={t('calendar.heading')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(all ? entries : entries.slice(0, SHOWN)).map((entry) => (
          <Entry key={entry.key} entry={entry} window={window} />
        ))}
      </Box>
      {more > 0 && (
        <Box sx={{ px: 4, py: 1, borderTop: 1, borderColor: 'divider' }}>
          <Button size="small" onClick={() => setAll(!all)}>
            {all ? t('calendar.showFewer') : t('calendar.showAll', { count: entries.length })}
          </Button>
        </Box>
      )}
    </Box>
  )
}

interface EntryProps {
  readonly entry: CalendarEntry
  readonly window: LifeWindow
}

function Entry({ entry, window }: EntryProps) {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  const words = usePlanWords()
  const { role, station, generation, notAfter, plan } = entry
  const name = station
    ? showUnprintable(station.identity)
    : generation !== null && (role === 'root' || role === 'issuing')
      ? t(`chain.${role}`, { generation })
      : t(`authority.${role === 'station' ? 'issuing' : role}`)
  return (
    <Box component="li" sx={{ ...ROW, py: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
      <LifeLine entry={entry} window={window} />
      <CertificateStandingMark notBefore={0} notAfter={notAfter} />
      <Typography variant="body2" sx={{ gridColumn: '2 / -1', color: 'text.secondary' }}>
        {t('calendar.endsOn', { date: format.date(notAfter) })} {words(plan)}{' '}
        {plan.kind === 'request-waits' && (
          <Link component={RouterLink} to={`/requests/${plan.requestId}`}>
            {t('calendar.openRequest')}
          </Link>
        )}
        {plan.kind === 'given-up' && station && (
          <Link component={RouterLink} to={`/stations/${station.id}/commands`}>
            {t('calendar.openCommands')}
          </Link>
        )}
      </Typography>
    </Box>
  )
}
