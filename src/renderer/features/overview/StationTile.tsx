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
import { StatusMark } from '../../components/StatusMark'
import { STATUS_LOOK } from '../../components/statusLook'
import { TimeSentence } from '../../components/TimeSentence'
import { useFaultWords } from '../../i18n/useFaultWords'
import { useFormat } from '../../i18n/useFormat'
import { type EvseRow, evseRows } from '../stations/evseRows'
import { EvsePicture } from './EvsePicture'

interface StationTileProps {
  readonly station: Station
  readonly sessions: readonly Session[]
  /** Where there are many: no pictures, less room. */
  readonly dense: boolean
}

/** A station at its place on the screen, its EVSEs as rows. */
export function StationTile({ station, sessions, dense }: StationTileProps) {
  const { t } = useTranslation('overview')
  const rows = evseRows(station, sessions)
  const offline = station.connection.state === 'offline'
  const faulted = rows.some(({ status }) => status === 'faulted')
  const pad = dense ? 3 : 4
  return (
    <Paper
      variant="outlined"
      component="article"
      aria-label={showUnprintable(station.identity)}
      sx={{
        borderRadius: 1.5,
        minWidth: 0,
        containerType: 'inline-size',
        overflow: 'hidden',
        // What can not be heard is drawn like what is not there; what is broken can't be missed.
        ...(offline && { borderStyle: 'dashed', bgcolor: 'transparent' }),
        ...(faulted && { borderColor: 'status.danger', boxShadow: 'inset 0 3px 0 var(--ch-palette-status-danger)' }),
      }}
    >
      <Box
        sx={{ display: 'flex', alignItems: 'baseline', gap: 2, paddingInline: pad, paddingTop: dense ? 2 : 3, pb: 1 }}
      >
        <Typography variant="h3" component="h2" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <MuiLink component={Link} to={`/stations/${station.id}`} color="inherit" underline="hover">
            {showUnprintable(station.identity)}
          </MuiLink>
        </Typography>
        <Typography variant="body2" noWrap sx={{ color: 'text.secondary', flex: 1 }}>
          {station.label}
        </Typography>
        {offline && <LastSeen station={station} />}
      </Box>
      {rows.length === 0 ? (
        <Typography sx={{ color: 'text.secondary', paddingInline: pad, paddingBottom: pad }}>
          {t('tiles.noConnectors')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, paddingBottom: 1 }}>
          {rows.map((row) => (
            <Evse key={row.evseId} row={row} dense={dense} />
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
        <TimeSentence at={lastSeenAt} words={(when) => t('tiles.lastSeen', { when })} />
      )}
    </Typography>
  )
}

function Evse({ row, dense }: { readonly row: EvseRow; readonly dense: boolean }) {
  const { t } = useTranslation('overview')
  const faultOf = useFaultWords()
  const format = useFormat()
  const { session, status } = row
  const who = session === null ? '' : session.holder || session.cardLabel || session.token || t('tiles.noCard')
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        paddingInline: dense ? 3 : 4,
        paddingBlock: dense ? 1 : 2,
        fontVariantNumeric: 'tabular-nums',
        '& + &': { borderTop: '1px solid', borderColor: 'divider' },
      }}
    >
      {!dense && (
        <Box
          sx={{
            display: 'flex',
            color: `status.${STATUS_LOOK[status].colour}`,
            // The words come first where there is no room for both.
            '@container (max-width: 310px)': { display: 'none' },
          }}
        >
          <EvsePicture status={status} hasSession={session !== null} />
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 3, rowGap: 0.5 }}>
        <StatusMark status={status} />
        <Typography sx={{ fontWeight: 600, textAlign: 'right' }}>
          {session !== null && session.powerW !== null && format.power(session.powerW)}
        </Typography>
        <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
          {t('tiles.evse', { evse: row.evseId })}
          {who !== '' && ` · ${showUnprintable(who)}`}
          {session === null && status === 'faulted' && row.errorCode !== null && ` · ${faultOf(row.errorCode)}`}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'right', whiteSpace: 'nowrap' }}>
          {session !== null && session.energyWh !== null && `${format.energy(session.energyWh)} · `}
          {/* Of an EVSE that can't be heard, nobody knows since when it is how it is. */}
          {status !== 'offline' && <Elapsed since={session?.startedAt ?? row.since} />}
        </Typography>
      </Box>
    </Box>
  )
}
