import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { TimeFigure } from '@renderer/components/charts'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { Series } from '@shared/contract/sessionEvidence'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const COLOURS = ['chargers', 'solar', 'battery', 'energy', 'other', 'grid'] as const

/** Everything that was measured: one quantity at a time, its phases and places as lines. */
export function Measurements({ sessionId }: { readonly sessionId: number }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const found = useQuery(useOrpc().sessions.samples.queryOptions({ input: { sessionId } }))
  const [wanted, setWanted] = useState<string | null>(null)
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={2} />
  const kinds = [...new Set(found.data.series.map(kindOf))]
  const kind = kinds.find((each) => each === wanted) ?? kinds[0]
  if (kind === undefined) return <Typography color="textSecondary">{t('measured.none')}</Typography>
  const series = found.data.series.filter((each) => kindOf(each) === kind)
  const unit = series[0]?.unit ?? ''
  const value = (number: number) => `${format.number(number)} ${unit}`.trim()
  const lines = series.map((each, index) => ({
    name: nameOf(each, t('measured.total')),
    colour: COLOURS[index % COLOURS.length] ?? 'other',
    points: each.points,
  }))
  const last = (each: Series) => each.points[each.points.length - 1]?.value ?? 0
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <TextField
        select
        size="small"
        label={t('measured.quantity')}
        value={kind}
        onChange={(event) => setWanted(event.target.value)}
      >
        {kinds.map((each) => (
          <MenuItem key={each} value={each}>
            {showUnprintable(each)}
          </MenuItem>
        ))}
      </TextField>
      {found.data.cutOff && <Typography color="textSecondary">{t('measured.cutOff')}</Typography>}
      <TimeFigure
        // Another quantity has other values: what was looked at closer is not kept.
        key={kind}
        title={showUnprintable(kind)}
        lines={lines}
        valueLabel={showUnprintable(kind)}
        formatValue={value}
        summary={series
          .map((each) => t('measured.summary', { name: nameOf(each, t('measured.total')), last: value(last(each)) }))
          .join(' ')}
      />
      <Box component="ul" sx={{ m: 0, pl: 5 }}>
        {series.map((each) => (
          <li key={nameOf(each, '')}>
            {t('measured.summary', { name: nameOf(each, t('measured.total')), last: value(last(each)) })}{' '}
            {t('measured.values', { count: each.points.length })}
          </li>
        ))}
      </Box>
    </Box>
  )
}

/** Values of one unit share a picture. */
function kindOf({ measurand, unit }: Series): string {
  return unit === null ? measurand : `${measurand} (${unit})`
}

function nameOf({ phase, location, context }: Series, total: string): string {
  return [phase ?? total, location, context === 'Sample.Periodic' ? null : context].filter(Boolean).join(' · ')
}
