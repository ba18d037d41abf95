import PowerOffIcon from '@mui/icons-material/PowerSettingsNewOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState, PageTitle } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { OfflineStation } from './OfflineStation'

/** What every charger would do while this program is away: which cards would work, and by which settings. */
export default function OfflinePage() {
  const { t } = useTranslation('offline')
  const orpc = useOrpc()
  const query = useQuery(orpc.localLists.all.queryOptions())
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageTitle
        title={t('title')}
        action={
          <Button component={Link} to="/cards">
            {t('back')}
          </Button>
        }
      />
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        {t('about')}
      </Typography>
      {query.isPending && <LoadingState rows={4} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.stations.length === 0 && (
        <EmptyState icon={<PowerOffIcon />} title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      )}
      {query.data && query.data.stations.length > 0 && (
        <Box component="ul" aria-label={t('stations')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 4 }}>
          {query.data.stations.map((station) => (
            <OfflineStation key={station.stationId} station={station} />
          ))}
        </Box>
      )}
    </Box>
  )
}
