import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { Session } from '@shared/contract/sessions'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Elapsed } from '../../components/Elapsed'
import { useFormat } from '../../i18n/useFormat'

/** The sessions that run on a station now. */
export function RunningSessions({ sessions }: { readonly sessions: readonly Session[] }) {
  const { t } = useTranslation('stations')
  const format = useFormat()
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
              {session.powerW !== null && `${format.power(session.powerW)} · `}
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
