import { ErrorState, LoadingState } from '@renderer/components'
import { TimeFigure } from '@renderer/components/charts'
import { SLOW_MS, useLasting } from '@renderer/components/useLasting'
import { useFormat } from '@renderer/i18n/useFormat'
import { useTranslation } from 'react-i18next'
import { powerPoints } from './energyPeriod'
import { type EnergyAsked, useEnergyHistory } from './useEnergyHistory'

interface PowerOverTimeProps {
  readonly title: string
  readonly asked: EnergyAsked
  readonly now: number
}

/** The mean power of chargers in each quarter of an hour, or each hour, as the ledger's energy makes it up. */
export function PowerOverTime({ title, asked, now }: PowerOverTimeProps) {
  const { t } = useTranslation(['energy', 'charts'])
  const format = useFormat()
  const { data, error, refetch, isPlaceholderData } = useEnergyHistory(asked, asked.to > now)
  const isSlow = useLasting(isPlaceholderData, SLOW_MS)
  // Without an answer nothing is known, which is not that nothing was delivered.
  if (!data || isSlow)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingState rows={1} rowHeight={220} />
    )
  const points = powerPoints(data.stretches, now)
  const most = Math.max(0, ...points.map(({ value }) => value))
  return (
    <TimeFigure
      title={title}
      lines={[{ name: t('chargers'), colour: 'chargers', points, filled: true }]}
      span={{ from: asked.from, to: asked.to }}
      summary={t('powerSummary', { most: format.power(most), last: format.power(points.at(-1)?.value ?? 0) })}
      valueLabel={t('charts:power')}
      divisor={1_000}
      formatValue={format.power}
    />
  )
}
