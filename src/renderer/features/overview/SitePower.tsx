import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { TimeSentence } from '@renderer/components'
import { TimeFigure } from '@renderer/components/charts'
import { useNow } from '@renderer/components/useNow'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { values } from '../../link/feeds'
import { useLatest } from '../../link/useFeed'
import { PowerOverTime } from '../energy/PowerOverTime'
import { PowerFlow } from './PowerFlow'
import { powerFigures, powerLines } from './sitePower'

/** A chart grows by a point a minute. */
const REFETCH_MS = 60_000

/** Grid, solar and chargers, as meters tell it; before a meter has told anything, the chargers as the ledger knows them. */
export function SitePower() {
  const { t } = useTranslation(['overview', 'charts'])
  const format = useFormat()
  const { data: power } = useLatest(values.power)
  const history = useQuery({
    ...useOrpc().power.history.queryOptions({ input: { hours: 24 } }),
    refetchInterval: REFETCH_MS,
    placeholderData: keepPreviousData,
  })
  const lines = powerLines(history.data?.points ?? [])
  if (!power || history.isPending) return null
  if (power.at === null && lines.length === 0) return <ChargersPower />
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
      sx={{ paddingInline: 5, paddingBlock: 4, borderRadius: 1.5, display: 'grid', gap: 3, minWidth: 0 }}
    >
      <Typography component="h2" variant="h2" id="site-power">
        {t('power.title')}
      </Typography>
      <PowerFlow figures={figures} />
      {figures.length === 1 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('power.silent')}
          {power.at !== null && (
            <>
              {'. '}
              <TimeSentence at={power.at} words={(when) => t('power.last', { when })} />
            </>
          )}
        </Typography>
      )}
      {lines.length > 0 && (
        <TimeFigure
          title={t('power.chartTitle')}
          lines={lines.map(({ name, points }) => ({ name: t(`power.line.${name}`), colour: name, points }))}
          summary={[t('power.chart'), ...summaries].join(' ')}
          valueLabel={t('charts:power')}
          divisor={1_000}
          formatValue={format.power}
        />
      )}
    </Paper>
  )
}

const QUARTER_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000

function ChargersPower() {
  const { t } = useTranslation('overview')
  const now = useNow()
  // The same question for a quarter of an hour, so that it is asked once.
  const to = Math.ceil((now + 1) / QUARTER_MS) * QUARTER_MS
  return (
    <Paper variant="outlined" sx={{ paddingInline: 5, paddingBlock: 3, borderRadius: 1.5, minWidth: 0 }}>
      <PowerOverTime title={t('power.ofChargers')} asked={{ step: 'quarter-hour', from: to - DAY_MS, to }} now={now} />
    </Paper>
  )
}
