import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { HashRouter } from 'react-router'
import { NoticeProvider } from '../components/NoticeProvider'
import type { ConsoleClient } from '../link/client'
import { LinkProvider } from '../link/LinkProvider'
import type { LinkStateSource } from '../link/linkState'
import { createQueries } from './queries'
import { SiteGate } from './SiteGate'
import { THEME_STORAGE_KEY, theme } from './theme/theme'

interface AppProps {
  readonly client: ConsoleClient
  /** Left out with an in-process client. */
  readonly linkState?: LinkStateSource
  readonly tryNow?: () => void
}

/** The whole console on a given link. Addresses stand behind `#`, so that they work from a file and from a server. */
export function App({ client, linkState, tryNow }: AppProps) {
  const [queries] = useState(createQueries)
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={THEME_STORAGE_KEY} disableTransitionOnChange>
      <CssBaseline />
      <QueryClientProvider client={queries}>
        <LinkProvider client={client} state={linkState} tryNow={tryNow}>
          <NoticeProvider>
            <HashRouter>
              <SiteGate />
            </HashRouter>
          </NoticeProvider>
        </LinkProvider>
      </QueryClientProvider>
    </ThemeProvider>
  )
}
