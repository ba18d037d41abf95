import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { EmptyState, ErrorState, LoadingState, PermittedButton } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { TariffCard } from './TariffCard'
import { useTariffs } from './useTariffs'

/** What charging costs and has cost, the newest first. */
export function TariffList() {
  const { t } = useTranslation('reports')
  const query = useTariffs()
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <LoadingState rows={4} />
  const { tariffs, currency } = query.data
  if (tariffs.length === 0) {
    return (
      <EmptyState
        title={t('tariff.none')}
        action={
          <PermittedButton call="tariffs.add" to="/reports/tariffs/new" variant="contained">
            {t('tariff.new')}
          </PermittedButton>
        }
      >
        {t('tariff.noneText')}
        <Box component="span" sx={{ display: 'block', mt: 2 }}>
          <Button component={Link} to="/settings/reports" size="small">
            {t('tariff.currency', { currency })}
          </Button>
        </Box>
      </EmptyState>
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 880, pb: 6 }}>
      <Typography color="textSecondary">{t('tariff.text')}</Typography>
      {tariffs.toReversed().map((tariff) => (
        <TariffCard key={tariff.id} tariff={tariff} currency={currency} />
      ))}
    </Box>
  )
}
