import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { CalendarEntry } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CertificateStandingMark } from './CertificateStandingMark'
import { usePlanWords } from './usePlanWords'

/** How many entries stand there before the rest is folded away. */
const SHOWN = 6

/** Everything that ends some day, the nearest first, and what will happen until then. */
export function ExpiryCalendar() {
  const { t } = useTranslation('certificates')
  const found = useQuery(useOrpc().certificates.calendar.queryOptions())
  const [all, setAll] = useState(false)
  if (!found.data) {
    return found.isError ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState rows={2} />
    )
  }
  const entries = found.data
  const more = entries.length - SHOWN
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, bgcolor: 'background.paper' }}>
      <Box component="ul" aria-label={t('calendar.heading')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {(all ? entries : entries.slice(0, SHOWN)).map((entry) => (
          <Entry key={entry.key} entry={entry} />
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

function Entry({ entry }: { readonly entry: CalendarEntry }) {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  const words = usePlanWords()
  const { role, station, notAfter, plan } = entry
  const name = station ? showUnprintable(station.identity) : t(`authority.${role === 'station' ? 'issuing' : role}`)
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(90px, 1fr) minmax(100px, auto) 120px minmax(240px, 3fr)',
        alignItems: 'center',
        columnGap: 4,
        px: 4,
        py: 2,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
      <Typography>{format.date(notAfter)}</Typography>
      <CertificateStandingMark notBefore={0} notAfter={notAfter} />
      <Typography color="textSecondary">
        {words(plan)}{' '}
        {plan.kind === 'request-waits' && <Link to={`/requests/${plan.requestId}`}>{t('calendar.openRequest')}</Link>}
        {plan.kind === 'given-up' && station && (
          <Link to={`/stations/${station.id}/commands`}>{t('calendar.openCommands')}</Link>
        )}
      </Typography>
    </Box>
  )
}
