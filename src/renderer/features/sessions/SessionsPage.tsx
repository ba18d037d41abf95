import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { PageTitle } from '@renderer/components'
import { useBeside } from '@renderer/components/list/useListFilter'
import { useTranslation } from 'react-i18next'
import { Link, useMatch, useNavigate } from 'react-router'
import { Ledger } from './Ledger'
import { LEDGER_FILTER } from './ledgerFilter'
import { RunningSessions } from './RunningSessions'
import { SessionDrawer } from './SessionDrawer'

/** What charges now, and under it the ledger of all sessions. */
export default function SessionsPage() {
  const { t } = useTranslation(['sessions', 'energy'])
  const navigate = useNavigate()
  const beside = useBeside(LEDGER_FILTER)
  const named = Number(useMatch('/sessions/:sessionId')?.params.sessionId)
  const openId = Number.isInteger(named) && named > 0 ? named : null
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageTitle
        title={t('title')}
        action={
          <Button component={Link} to="/sessions/energy" variant="outlined">
            {t('energy:open')}
          </Button>
        }
      />
      <Typography variant="h2" sx={{ mb: 3 }}>
        {t('running.heading')}
      </Typography>
      <RunningSessions />
      <Ledger openId={openId} />
      {openId !== null && <SessionDrawer sessionId={openId} onClose={() => void navigate(beside('/sessions'))} />}
    </Box>
  )
}
