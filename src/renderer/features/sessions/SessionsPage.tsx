import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { PageTitle } from '@renderer/components'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import { Ledger } from './Ledger'
import { RunningSessions } from './RunningSessions'
import { SessionDrawer } from './SessionDrawer'

/** What charges now, and under it the ledger of all sessions. */
export default function SessionsPage() {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const named = Number(useMatch('/sessions/:sessionId')?.params.sessionId)
  const openId = Number.isInteger(named) && named > 0 ? named : null
  return (
    <Box sx={{ minHeight: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageTitle title={t('title')} />
      <Typography variant="h2" sx={{ mb: 3 }}>
        {t('running.heading')}
      </Typography>
      <RunningSessions />
      <Ledger openId={openId} />
      {openId !== null && <SessionDrawer sessionId={openId} onClose={() => void navigate('/sessions')} />}
    </Box>
  )
}
