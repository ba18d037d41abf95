import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../components/ErrorState'
import type { LiveState } from '../link/feedHub'
import { useLink } from '../link/LinkProvider'
import { useLinkState } from '../link/useLinkState'

/** What there is to see until the first state has come. */
export function Waiting({ live }: { readonly live: LiveState<unknown> & { readonly retry: () => void } }) {
  const link = useLinkState()
  if (live.state === 'failed') {
    return (
      <Middle>
        <ErrorState error={live.error} onRetry={live.retry} />
      </Middle>
    )
  }
  return link.state === 'connecting' || link.state === 'open' ? <Connecting /> : <NoServer />
}

function Middle({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="main" sx={{ height: '100%', display: 'grid', placeItems: 'center', padding: 6 }}>
      {children}
    </Box>
  )
}

export function Connecting() {
  const { t } = useTranslation('shell')
  return (
    <Middle>
      <Box role="status" sx={{ display: 'flex', gap: 3, alignItems: 'center', color: 'text.secondary' }}>
        <CircularProgress size={16} aria-hidden />
        {t('link.connecting')}
      </Box>
    </Middle>
  )
}

function NoServer() {
  const { t } = useTranslation('shell')
  const { tryNow } = useLink()
  return (
    <Middle>
      <Box role="alert" sx={{ maxWidth: '60ch' }}>
        <Typography variant="h1" sx={{ mb: 2 }}>
          {t('link.never')}
        </Typography>
        <Typography sx={{ mb: 4 }}>{t('link.neverBody')}</Typography>
        <Button variant="outlined" onClick={tryNow}>
          {t('link.tryNow')}
        </Button>
      </Box>
    </Middle>
  )
}
