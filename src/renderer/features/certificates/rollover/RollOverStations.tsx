import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { type Tone, ToneMark } from '@renderer/components/ToneMark'
import type { RollOverState, RollOverStation, RollOverVerdict } from '@shared/contract/rollover'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'

const LOOK: Readonly<Record<RollOverVerdict, Tone>> = {
  ready: { shape: 'ring-tick', colour: 'good' },
  'lacks-root': { shape: 'triangle', colour: 'danger' },
  unknown: { shape: 'hourglass', colour: 'attention' },
  'not-affected': { shape: 'dash', colour: 'quiet' },
}

interface RollOverStationsProps {
  readonly stations: readonly RollOverStation[]
  readonly phase: RollOverState['phase']
}

/**
 * For every charger whether it would still connect, why, and how its own certificate stands. While only the issuing CA is
 * replaced nothing is to be installed on them.
 */
export function RollOverStations({ stations, phase }: RollOverStationsProps) {
  const { t } = useTranslation('rollOver')
  if (stations.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('stations.none')}</Typography>
  return (
    <TableContainer sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, maxHeight: 420 }}>
      <Table size="small" stickyHeader aria-label={t('stations.label')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('stations.station')}</TableCell>
            {phase !== 'none' && <TableCell>{t(`stations.after.${phase}`)}</TableCell>}
            <TableCell>{t('stations.certificate')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {stations.map(({ stationId, identity, verdict, profile, certificate }) => (
            <TableRow key={stationId}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <Link component={RouterLink} to={`/stations/${stationId}/about`}>
                  {showUnprintable(identity)}
                </Link>
              </TableCell>
              {phase !== 'none' && (
                <TableCell>
                  <ToneMark {...LOOK[verdict]} word={t(`verdict.${verdict}`)} />
                  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                    {t(`why.${verdict}`, { profile })}
                  </Typography>
                </TableCell>
              )}
              {/* Before the switch the authority that signs is the one that will be replaced. */}
              <TableCell>
                {t(`certificate.${phase === 'prepared' && certificate === 'new' ? 'later' : certificate}`)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
