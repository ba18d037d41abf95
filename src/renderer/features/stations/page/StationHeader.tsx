import ArrowBackIcon from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { StatusMark, TimeSentence } from '@renderer/components'
import { feeds, useFeed } from '@renderer/link'
import { useGroup } from '@renderer/link/useSelected'
import type { Station } from '@shared/contract/stations'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ConnectionMark } from '../ConnectionMark'
import { keptEvseRows } from '../evseRows'
import type { StationTabKey } from './stationTabs'

interface StationHeaderProps {
  readonly station: Station
  readonly tab: StationTabKey
}

/** Which station it is, how it is connected and what its EVSEs do: in sight on every tab. */
export function StationHeader({ station, tab }: StationHeaderProps) {
  const { t } = useTranslation('stations')
  const { t: words } = useTranslation('common')
  const sessions = useGroup(feeds.runningSessions, station.id)
  const open = useFeed(feeds.openCommands).entries.filter(({ stationId }) => stationId === station.id)
  const { connection, identity, label } = station
  const online = connection.state === 'online'
  const model = [station.vendor, station.model].filter(Boolean).join(' ')
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 3 }}>
      <title>{words('documentTitle', { page: `${identity}, ${t(`tabs.${tab}`)}` })}</title>
      <IconButton component={Link} to="/stations" aria-label={t('page.back')} edge="start" sx={{ mt: -0.5 }}>
        <ArrowBackIcon />
      </IconButton>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 4, rowGap: 1, flexWrap: 'wrap' }}>
          <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
            {showUnprintable(identity)}
          </Typography>
          <ConnectionMark station={station} />
          {online && (
            <Typography component="span" sx={{ color: 'text.secondary' }}>
              {t(`protocol.${connection.protocol}`)}
            </Typography>
          )}
          {!online && station.lastSeenAt !== null && (
            <Typography component="span" sx={{ color: 'text.secondary' }}>
              <TimeSentence at={station.lastSeenAt} words={(when) => t('page.lastSeen', { when })} />
            </Typography>
          )}
        </Box>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            columnGap: 4,
            rowGap: 1,
            flexWrap: 'wrap',
            color: 'text.secondary',
            minHeight: 20,
          }}
        >
          {label !== '' && <span>{showUnprintable(label)}</span>}
          {model !== '' && <span>{showUnprintable(model)}</span>}
          {online &&
            keptEvseRows(station, sessions).map((row) => (
              <Box key={row.evseId} component="span" sx={{ display: 'inline-flex', gap: 2 }}>
                {t('detail.evse', { evse: row.evseId })} <StatusMark status={row.status} />
              </Box>
            ))}
          {open.length > 0 && (
            <MuiLink component={Link} to={`/stations/${station.id}/commands`} color="inherit">
              {t('page.underWay', { count: open.length })}
            </MuiLink>
          )}
        </Box>
      </Box>
    </Box>
  )
}
