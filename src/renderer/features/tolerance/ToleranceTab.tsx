import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState } from '@renderer/components'
import { Permitted } from '@renderer/components/Permitted'
import { useOrpc } from '@renderer/link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '../stations/page/Panel'
import type { StationTabProps } from '../stations/page/stationTab'
import { groupQuirks } from './groupQuirks'
import { QuirkItem } from './QuirkItem'
import { useTolerance } from './useTolerance'

/** How closely a station must keep to its specification, and what it does differently. */
export default function ToleranceTab({ station }: StationTabProps) {
  const { t } = useTranslation('tolerance')
  const { id: stationId } = station
  const { data, error, isError, refetch } = useQuery(useOrpc().tolerance.get.queryOptions({ input: { stationId } }))
  const change = useTolerance(station)
  if (isError) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={4} />
  const quirks = groupQuirks(data)
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 880 }}>
      <Panel title={t('strict.title')}>
        <Permitted call="tolerance.setStrict">
          <RadioGroup
            aria-label={t('strict.title')}
            value={data.strict ? 'strict' : 'tolerant'}
            onChange={(_, value) => change.setStrict(value === 'strict')}
          >
            {(['tolerant', 'strict'] as const).map((mode) => (
              <Box key={mode} sx={{ mb: 2 }}>
                <FormControlLabel value={mode} control={<Radio disabled={change.busy} />} label={t(`strict.${mode}`)} />
                <Typography variant="body2" sx={{ color: 'text.secondary', pl: 8, maxWidth: 640 }}>
                  {t(`strict.${mode}Hint`)}
                </Typography>
              </Box>
            ))}
          </RadioGroup>
        </Permitted>
      </Panel>
      <Panel title={t('list.title')}>
        {quirks.length === 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>
            {t(station.firstSeenAt === null ? 'list.never' : 'list.empty')}
          </Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 }}>
            {quirks.map((entry) => (
              <QuirkItem
                key={entry.quirk}
                entry={entry}
                identity={station.identity}
                strict={data.strict}
                busy={change.busy}
                onAccept={(accepted) => change.setAccepted(entry.quirk, accepted)}
              />
            ))}
          </Box>
        )}
      </Panel>
    </Box>
  )
}
