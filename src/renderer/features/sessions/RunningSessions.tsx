import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { ErrorState, LoadingState, TimeSentence } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { feeds, useFeed } from '@renderer/link'
import type { Session } from '@shared/contract/sessions'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ChargingMark } from './ChargingMark'
import { usePowerNow } from './usePowerNow'
import { whoCharges } from './whoCharges'

/** The sessions that run now, with their power and energy as they are reported. */
export function RunningSessions() {
  const { t } = useTranslation('sessions')
  const running = useFeed(feeds.runningSessions)
  // A fixed order, so that a row stays in its place while its numbers move.
  const sessions = [...running.entries].sort((a, b) => a.id - b.id)
  if (running.state === 'loading') return <LoadingState rows={2} rowHeight={52} />
  if (running.state === 'failed' && sessions.length === 0) {
    return <ErrorState error={running.error} onRetry={running.retry} />
  }
  if (sessions.length === 0) return <Typography color="textSecondary">{t('running.none')}</Typography>
  return (
    <Box
      component="ul"
      aria-label={t('running.count', { count: sessions.length })}
      // Beside many sessions the ledger keeps its place, and in a low window they keep theirs.
      sx={{
        flex: 'none',
        maxHeight: 'max(120px, 30vh)',
        overflowY: 'auto',
        listStyle: 'none',
        m: 0,
        p: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1.5,
      }}
    >
      {sessions.map((session) => (
        <RunningSession key={session.id} session={session} />
      ))}
    </Box>
  )
}

function RunningSession({ session }: { readonly session: Session }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const powerW = usePowerNow(session)
  return (
    <Box component="li" sx={{ bgcolor: 'background.paper', '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box
        component={Link}
        to={`/sessions/${session.id}`}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'minmax(120px, 1fr) minmax(140px, 1.4fr) 190px 88px 104px',
          // In a narrow window, or a page that is zoomed, every column stays in sight.
          '@media (max-width: 900px)': {
            gridTemplateColumns: 'minmax(90px, 1fr) minmax(100px, 1.2fr) 116px 64px 84px',
            columnGap: 2,
          },
          alignItems: 'center',
          columnGap: 4,
          px: 4,
          py: 2,
          minHeight: 52,
          color: 'text.primary',
          textDecoration: 'none',
          fontVariantNumeric: 'tabular-nums',
          '&:hover': { bgcolor: 'surface.raised' },
          '&:focus-visible': { outlineOffset: -2 },
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography noWrap sx={{ fontWeight: 600 }}>
            {showUnprintable(session.stationIdentity)}
          </Typography>
          {session.evseId !== null && (
            <Typography variant="body2" color="textSecondary">
              {t('running.evse', { evse: session.evseId })}
            </Typography>
          )}
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <Typography noWrap>{showUnprintable(whoCharges(session) ?? t('noCard'))}</Typography>
          {session.startedAt !== null && (
            <Typography variant="body2" color="textSecondary">
              <TimeSentence at={session.startedAt} words={(when) => t('running.began', { when })} />
            </Typography>
          )}
        </Box>
        <ChargingMark session={session} />
        <Typography sx={{ textAlign: 'right' }} color={powerW === null ? 'textSecondary' : undefined}>
          {powerW === null ? t('running.noPower') : format.power(powerW)}
        </Typography>
        <Typography sx={{ textAlign: 'right' }} color={session.energyWh === null ? 'textSecondary' : undefined}>
          {session.energyWh === null ? t('running.noEnergy') : format.energy(session.energyWh)}
        </Typography>
      </Box>
    </Box>
  )
}
