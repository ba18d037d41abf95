import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { BarFigure } from '@renderer/components/charts'
import { InSiteTime } from '@renderer/components/InSiteTime'
import { SLOW_MS, useLasting } from '@renderer/components/useLasting'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import { dayOf, thisComputersZone, type Zone } from '@shared/zone'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { BAR_STEP, noonOf, PERIOD_UNITS, type PeriodUnit, POWER_STEP, periodAt } from './energyPeriod'
import { PeriodBar } from './PeriodBar'
import { PowerOverTime } from './PowerOverTime'
import { StationShares } from './StationShares'
import { useEnergyHistory } from './useEnergyHistory'
import { usePeriodWords } from './usePeriodWords'

const tile = { paddingInline: 5, paddingBlock: 4, borderRadius: 1.5, minWidth: 0 } as const

interface EnergyViewProps {
  /** Left out, the whole site. */
  readonly stationId?: number
}

/** Energy and power over time, of one station or of the whole site. Which time stands in the address. */
export function EnergyView({ stationId }: EnergyViewProps) {
  return <InSiteTime height={220}>{(zone) => <EnergyInZone stationId={stationId} zone={zone} />}</InSiteTime>
}

function EnergyInZone({ stationId, zone }: EnergyViewProps & { readonly zone: Zone }) {
  const { t } = useTranslation(['energy', 'charts'])
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const now = useNow()
  const unit = PERIOD_UNITS.find((each) => each === search.get('by')) ?? 'day'
  const period = periodAt(zone, unit, Math.min(noonOf(zone, search.get('at')) ?? now, now))
  const words = usePeriodWords(unit)
  const asked = { ...period, stationId }
  const found = useEnergyHistory({ ...asked, step: BAR_STEP[unit] }, period.to > now)
  // What was delivered in another time must not stand under the name of this one, but for the moment of a quick answer.
  const isSlow = useLasting(found.isPlaceholderData, SLOW_MS)
  const powerStep = POWER_STEP[unit]
  const choose = (next: PeriodUnit, at: number) => setSearch({ by: next, at: dayOf(zone, at) })
  const { stretches = [], stations = [], unclear = 0 } = found.data ?? {}
  const total = stretches.reduce((sum, { energyWh }) => sum + energyWh, 0)
  return (
    <>
      <PeriodBar unit={unit} period={period} zone={zone} now={now} onChange={choose} />
      {isElsewhere(zone, period.from) && (
        <Typography color="textSecondary" sx={{ mb: 4 }}>
          {t('siteTime', { zone: zone.name })}
        </Typography>
      )}
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined || isSlow ? (
        <LoadingState rows={2} rowHeight={220} />
      ) : (
        <Box
          aria-busy={found.isPlaceholderData}
          sx={{
            display: 'grid',
            gap: 4,
            alignItems: 'start',
            gridTemplateColumns:
              stationId === undefined
                ? { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(240px, 30%)' }
                : 'minmax(0, 1fr)',
          }}
        >
          <Box sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
            <Paper variant="outlined" sx={tile}>
              <Typography variant="figure" component="p">
                {format.energy(total)}
              </Typography>
              {unclear > 0 && <Typography color="textSecondary">{t('unclear', { count: unclear })}</Typography>}
              <BarFigure
                title={t(`bars.${unit}`)}
                summary={t('barsSummary', { total: format.energy(total), period: words.period(period) })}
                name={t('delivered')}
                colour="energy"
                bars={stretches.map(({ at, energyWh }) => ({ at, value: energyWh }))}
                timeLabel={t(`axis.${unit}`)}
                formatTime={words.bar}
                valueLabel={t('charts:energy')}
                divisor={1_000}
                formatValue={format.energy}
                height={240}
              />
            </Paper>
            {powerStep !== null && (
              <Paper variant="outlined" sx={tile}>
                <PowerOverTime
                  key={period.from}
                  title={t(`power.${powerStep}`)}
                  asked={{ ...asked, step: powerStep }}
                  now={now}
                />
              </Paper>
            )}
          </Box>
          {stationId === undefined && (
            <Paper variant="outlined" component="section" aria-labelledby="energy-stations" sx={tile}>
              <Typography variant="h3" component="h2" id="energy-stations" sx={{ mb: 3 }}>
                {t('byStation')}
              </Typography>
              {stations.length > 0 ? (
                <StationShares stations={stations} />
              ) : (
                <Typography color="textSecondary">{t('nothing')}</Typography>
              )}
            </Paper>
          )}
        </Box>
      )}
    </>
  )
}

/** Whether the clocks of whoever looks show another time than those of the site. */
function isElsewhere(zone: Zone, at: number): boolean {
  return zone.offsetAt(at) !== thisComputersZone().offsetAt(at)
}
