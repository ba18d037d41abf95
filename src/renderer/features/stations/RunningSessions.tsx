import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { Session } from '@shared/contract/sessions'
import type { Connector } from '@shared/contract/stations'
import { powerNowW } from '@shared/ocpp/evseSays'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Elapsed } from '../../components/Elapsed'
import { useFormat } from '../../i18n/useFormat'

interface RunningSessionsProps {
  readonly sessions: readonly Session[]
  /** Of the station. */
  readonly connectors: readonly Connector[]
}

/** The sessions that run on a station now. */
export function RunningSessions({ sessions, connectors }: RunningSessionsProps) {
  const { t } = useTranslation('stations')
  const format = useFormat()
  const powerText = (powerW: number | null) => (powerW === null ? '' : `${format.power(powerW)} · `)
  if (sessions.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{t('detail.noSession')}</Typography>
  return (
    <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {sessions.map((session) => (
        <Box key={session.id} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 4 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography sx={{ overflowWrap: 'anywhere' }}>
              {showUnprintable(session.holder || session.cardLabel || session.token || t('detail.noCard'))}
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
              {session.energyWh !== null && `${format.energy(session.energyWh)} · `}
              {powerText(powerNowW(session, connectors))}
              {session.startedAt !== null && <Elapsed since={session.startedAt} />}
            </Typography>
          </Box>
          <Button component={Link} to={`/sessions/${session.id}`} size="small">
            {t('detail.openSession')}
          </Button>
        </Box>
      ))}
    </Box>
  )
}
