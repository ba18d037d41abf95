import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { RelativeTime } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { values } from '../../link/feeds'
import { useLatest } from '../../link/useFeed'
import { MultiLineChart } from '../sessions/MultiLineChart'
import { powerFigures, powerLines } from './sitePower'

/** A chart grows by a point a minute. */
const REFETCH_MS = 60_000

/** Grid, solar and chargers, as meters tell it. Nothing is there before a meter has told anything. */
export function SitePower() {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { data: power } = useLatest(values.power)
  const history = useQuery({
    ...useOrpc().power.history.queryOptions({ input: { hours: 24 } }),
    refetchInterval: REFETCH_MS,
    placeholderData: keepPreviousData,
  })
  const lines = powerLines(history.data?.points ?? [])
  if (!power || (power.at === null && lines.length === 0)) return null
  const figures = powerFigures(power)
  const summaries = lines.map(({ name, points }) => {
    const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
    return t('power.chartLine', {
      name: t(`power.line.${name}`),
      last: format.power(known.at(-1) ?? 0),
      most: format.power(Math.max(...known)),
    })
  })
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby="site-power"
      sx={{ paddingInline: 5, paddingBlock: 4, borderRadius: 1.5, display: 'grid', gap: 4 }}
    >
      <Typography component="h2" variant="h2" id="site-power">
        {t('power.title')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 5, gridTemplateColumns: lines.length > 0 ? 'minmax(200px, 1fr) 2fr' : '1fr' }}>
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gap: 3,
            margin: 0,
            alignContent: 'start',
            // Beside the chart one under the other; alone in a row.
            gridTemplateColumns: lines.length > 0 ? '1fr' : 'repeat(auto-fit, minmax(160px, 1fr))',
          }}
        >
          {figures.map(({ name, powerW }) => (
            <div key={name}>
              <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
                {t(`power.${name}`)}
              </Typography>
              <Typography component="dd" variant="h2" sx={{ margin: 0 }}>
                {format.power(powerW)}
              </Typography>
            </div>
          ))}
          {figures.length === 1 && (
            <div>
              <Typography component="dt">{t('power.silent')}</Typography>
              {power.at !== null && (
                <Typography component="dd" variant="body2" sx={{ margin: 0, color: 'text.secondary' }}>
                  {t('power.last')} <RelativeTime at={power.at} />
                </Typography>
              )}
            </div>
          )}
        </Box>
        {lines.length > 0 && (
          <MultiLineChart
            lines={lines.map(({ name, points }) => ({ name: t(`power.line.${name}`), points }))}
            summary={[t('power.chart'), ...summaries].join(' ')}
            formatValue={format.power}
            formatTime={format.time}
          />
        )}
      </Box>
    </Paper>
  )
}
