import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Typography from '@mui/material/Typography'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../components/ErrorState'
import { values } from '../link/feeds'
import { useLink } from '../link/LinkProvider'
import { useLatest } from '../link/useFeed'
import { useLinkState } from '../link/useLinkState'
import { SiteContext } from './SiteContext'
import { Shell } from './shell/Shell'

const SetupPage = lazy(() => import('../features/setup/SetupPage'))

/** Decides what there is to see: the wait for the server, the first run, or the console. */
export function SiteGate() {
  const site = useLatest(values.site)
  const link = useLinkState()

  if (site.data === undefined) {
    if (site.state === 'failed') {
      return (
        <Middle>
          <ErrorState error={site.error} onRetry={site.retry} />
        </Middle>
      )
    }
    return link.state === 'connecting' || link.state === 'open' ? <Connecting /> : <NoServer />
  }
  return (
    <SiteContext value={site.data}>
      {site.data.phase === 'setup' ? (
        <Suspense fallback={<Connecting />}>
          <SetupPage />
        </Suspense>
      ) : (
        <Shell />
      )}
    </SiteContext>
  )
}

function Middle({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="main" sx={{ height: '100%', display: 'grid', placeItems: 'center', padding: 6 }}>
      {children}
    </Box>
  )
}

function Connecting() {
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
