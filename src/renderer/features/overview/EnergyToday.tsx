import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import { ErrorState, LoadingState } from '@renderer/components'
import { BarFigure } from '@renderer/components/charts'
import { InSiteTime } from '@renderer/components/InSiteTime'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import type { Zone } from '@shared/zone'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import { periodAt } from '../energy/energyPeriod'
import { useEnergyHistory } from '../energy/useEnergyHistory'

/** What was delivered in each hour of today. */
export function EnergyToday() {
  return <InSiteTime height={180}>{(zone) => <TodayIn zone={zone} />}</InSiteTime>
}

function TodayIn({ zone }: { readonly zone: Zone }) {
  const { t } = useTranslation(['overview', 'charts'])
  const format = useFormat()
  const { data, error, refetch } = useEnergyHistory({ step: 'hour', ...periodAt(zone, 'day', useNow()) }, true)
  // Without an answer nothing is known, which is not that nothing was delivered.
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={1} rowHeight={180} />
    )
  const { stretches } = data
  const most = stretches.reduce<(typeof stretches)[number] | undefined>(
    (top, each) => (top === undefined || each.energyWh > top.energyWh ? each : top),
    undefined,
  )
  const short = format.dates({ hour: 'numeric' })
  const span = (at: number) => t('energyToday.hour', { from: format.time(at), to: format.time(at + 3_600_000) })
  return (
    <Paper variant="outlined" sx={{ paddingInline: 5, paddingBlock: 3, borderRadius: 1.5, minWidth: 0 }}>
      <BarFigure
        title={t('energyToday.title')}
        summary={
          most === undefined || most.energyWh <= 0
            ? t('energyToday.none')
            : t('energyToday.summary', { most: format.energy(most.energyWh), when: span(most.at) })
        }
        name={t('energyToday.delivered')}
        colour="energy"
        bars={stretches.map(({ at, energyWh }) => ({ at, value: energyWh }))}
        timeLabel={t('energyToday.axis')}
        formatTime={(at, isShort) => (isShort ? short.format(at) : span(at))}
        valueLabel={t('charts:energy')}
        divisor={1_000}
        formatValue={format.energy}
        height={180}
        narrow
        aside={
          <Link component={RouterLink} to="/sessions/energy" underline="hover">
            {t('energyToday.more')}
          </Link>
        }
      />
    </Paper>
  )
}
