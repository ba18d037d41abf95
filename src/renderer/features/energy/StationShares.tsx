import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useFormat } from '@renderer/i18n/useFormat'
import { useNamedStations } from '@renderer/link/useNamedStations'
import type { EnergyHistory } from '@shared/contract/energyHistory'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Which station delivered how much, the most first, each with a bar against the most. */
export function StationShares({ stations }: Pick<EnergyHistory, 'stations'>) {
  const { t } = useTranslation('energy')
  const format = useFormat()
  const known = useNamedStations()
  const most = stations[0]?.energyWh ?? 0
  return (
    <Box component="ol" aria-label={t('shares')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {stations.map(({ stationId, energyWh }) => {
        const station = known.find(({ id }) => id === stationId)
        return (
          <Box component="li" key={stationId}>
            <Box sx={{ display: 'flex', gap: 3, alignItems: 'baseline' }}>
              <Typography noWrap sx={{ flex: 1, minWidth: 0 }}>
                <MuiLink component={Link} to={`/stations/${stationId}/energy`} color="inherit" underline="hover">
                  {station === undefined ? t('stationGone', { number: stationId }) : showUnprintable(station.identity)}
                </MuiLink>{' '}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {station?.label}
                </Box>
              </Typography>
              <Typography sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                {format.energy(energyWh)}
              </Typography>
            </Box>
            <Box
              aria-hidden
              sx={{ height: 6, borderRadius: 1, bgcolor: 'surface.raised', overflow: 'hidden', mt: 0.5 }}
            >
              <Box
                sx={{ height: '100%', bgcolor: 'chart.energy', width: `${most > 0 ? (100 * energyWh) / most : 0}%` }}
              />
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
