import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useOrpc } from '@renderer/link'
import type { RollOverState } from '@shared/contract/rollover'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** That the authority is being replaced, and how far that is; nothing while it is not. */
export function RollOverBanner() {
  const { t } = useTranslation('rollOver')
  const state = useQuery(useOrpc().rollOver.get.queryOptions()).data
  const text = state && textOf(state, t)
  if (!text) return null
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ mb: 4 }}
      action={
        <Button size="small" component={Link} to="/certificates/authority">
          {t('banner.link')}
        </Button>
      }
    >
      {text}
    </Alert>
  )
}

function textOf(state: RollOverState, t: ReturnType<typeof useTranslation<'rollOver'>>['t']): string | null {
  const { phase, stations, issuingReplaced, authorities } = state
  if (phase === 'prepared') {
    const ready = stations.filter(({ verdict }) => verdict === 'ready' || verdict === 'not-affected').length
    return t('banner.prepared', { ready, count: stations.length })
  }
  if (phase === 'switched') return t('banner.switched')
  if (!issuingReplaced) return null
  const old = authorities.filter((each) => each.role === 'issuing' && each.state === 'old')
  return t('banner.issuing', { count: old.reduce((sum, { leaves }) => sum + leaves, 0) })
}
