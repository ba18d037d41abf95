import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { Session } from '@shared/contract/sessions'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Elapsed } from '../../components/Elapsed'
import { RelativeTime } from '../../components/RelativeTime'
import { StatusMark } from '../../components/StatusMark'
import { useFaultWords } from '../../i18n/useFaultWords'
import { useFormat } from '../../i18n/useFormat'
import { type EvseRow, evseRows } from '../stations/evseRows'

interface StationTileProps {
  readonly station: Station
  readonly sessions: readonly Session[]
}

/** A station at its place on the screen, its EVSEs as rows. */
export function StationTile({ station, sessions }: StationTileProps) {
  const { t } = useTranslation('overview')
  const rows = evseRows(station, sessions)
  const offline = station.connection.state === 'offline'
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-label={showUnprintable(station.identity)}
      sx={{ borderRadius: 1.5, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, paddingInline: 5, paddingTop: 4, paddingBottom: 2 }}>
        <Typography variant="h3" component="h2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <MuiLink component={Link} to={`/stations/${station.id}`} color="inherit" underline="hover">
            {showUnprintable(station.identity)}
          </MuiLink>
        </Typography>
        <Typography
          variant="body2"
          sx={{ color: 'text.secondary', flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {station.label}
        </Typography>
        {offline && <LastSeen station={station} />}
      </Box>
      {rows.length === 0 ? (
        <Typography sx={{ color: 'text.secondary', paddingInline: 5, paddingBottom: 4 }}>
          {t('tiles.noConnectors')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, paddingBottom: 2 }}>
          {rows.map((row) => (
            <Evse key={row.evseId} row={row} />
          ))}
        </Box>
      )}
    </Paper>
  )
}

function LastSeen({ station }: { readonly station: Station }) {
  const { t } = useTranslation('overview')
  const { lastSeenAt } = station
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {lastSeenAt === null ? (
        t('tiles.neverSeen')
      ) : (
        <>
          {t('tiles.lastSeen')} <RelativeTime at={lastSeenAt} />
        </>
      )}
    </Typography>
  )
}

function Evse({ row }: { readonly row: EvseRow }) {
  const { t } = useTranslation('overview')
  const faultOf = useFaultWords()
  const format = useFormat()
  const { session } = row
  const who = session === null ? '' : session.holder || session.cardLabel || session.token || t('tiles.noCard')
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr auto',
        columnGap: 3,
        rowGap: 0.5,
        paddingInline: 5,
        paddingBlock: 2,
        borderTop: '1px solid',
        borderColor: 'divider',
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      <StatusMark status={row.status} />
      <Typography sx={{ fontWeight: 600, textAlign: 'right' }}>
        {session !== null && session.powerW !== null && format.power(session.powerW)}
      </Typography>
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {t('tiles.evse', { evse: row.evseId })}
        {who !== '' && ` · ${showUnprintable(who)}`}
        {session === null && row.status === 'faulted' && row.errorCode !== null && ` · ${faultOf(row.errorCode)}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right', whiteSpace: 'nowrap' }}>
        {session !== null && session.energyWh !== null && `${format.energy(session.energyWh)} · `}
        {/* Of an EVSE that can't be heard, nobody knows since when it is how it is. */}
        {row.status !== 'offline' && <Elapsed since={session?.startedAt ?? row.since} />}
      </Typography>
    </Box>
  )
}
