import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { TimeSentence } from '@renderer/components'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import type { HandedOut } from '@shared/contract/files'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'

/** The stations that were given a link to a firmware, and whether they have fetched it. */
export function HandedOutList({ handedOut }: { readonly handedOut: readonly HandedOut[] }) {
  const { t } = useTranslation('files')
  const format = useFormat()
  const now = useNow()
  if (handedOut.length === 0) return <Typography color="textSecondary">{t('handedOut.none')}</Typography>
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1 }}>
      {handedOut.map(({ stationId, stationIdentity, fetchedAt, expiresAt }) => (
        <Typography key={stationId} component="li">
          <Link component={RouterLink} to={`/stations/${stationId}`}>
            {showUnprintable(stationIdentity)}
          </Link>{' '}
          {fetchedAt === null ? (
            t(expiresAt > now ? 'handedOut.waits' : 'handedOut.ended', { until: format.dateTime(expiresAt) })
          ) : (
            <TimeSentence at={fetchedAt} words={(when) => t('handedOut.fetched', { when })} />
          )}
        </Typography>
      ))}
    </Box>
  )
}
