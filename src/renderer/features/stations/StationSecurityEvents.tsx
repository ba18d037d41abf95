import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/ErrorState'
import { LoadingState } from '../../components/LoadingState'
import { RelativeTime } from '../../components/RelativeTime'
import { StatusShape } from '../../components/StatusShape'
import { useOrpc } from '../../link/LinkProvider'

/** The newest security events that a station reported. */
export function StationSecurityEvents({ stationId }: { readonly stationId: number }) {
  const { t } = useTranslation('stations')
  const { data, error, isError, refetch } = useQuery(
    useOrpc().events.security.queryOptions({ input: { stationId, limit: 5 } }),
  )
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={1} />
  if (data.entries.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>{t('detail.noSecurity')}</Typography>
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 }}>
      {data.entries.map((event) => (
        <Box key={event.id} component="li" sx={{ display: 'flex', gap: 3 }}>
          <Box sx={{ color: event.critical ? 'status.danger' : 'text.secondary', mt: 0.5 }}>
            <StatusShape shape={event.critical ? 'triangle' : 'dash'} />
          </Box>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography sx={{ overflowWrap: 'anywhere' }}>
              {showUnprintable(event.type)}
              {event.critical && ` (${t('detail.critical')})`}
            </Typography>
            {event.detail !== null && (
              <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {showUnprintable(event.detail)}
              </Typography>
            )}
          </Box>
          <Typography sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
            <RelativeTime at={event.occurredAt} />
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
