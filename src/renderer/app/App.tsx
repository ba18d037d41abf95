import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HashRouter } from 'react-router'
import { NoticeProvider } from '../components/NoticeProvider'
import { LanguageProvider } from '../i18n/LanguageProvider'
import type { LanguagePack } from '../i18n/pack'
import type { ConsoleClient } from '../link/client'
import { LinkProvider } from '../link/LinkProvider'
import type { LinkStateSource } from '../link/linkState'
import { createQueries } from './queries'
import { SiteGate } from './SiteGate'
import { SeatGate } from './seat/SeatGate'
import { THEME_STORAGE_KEY, themeWith } from './theme/theme'

interface AppProps {
  readonly client: ConsoleClient
  /** Of the language that the words were started with. */
  readonly words: LanguagePack
  /** Left out with an in-process client. */
  readonly linkState?: LinkStateSource
  readonly tryNow?: () => void
}

/** The whole console on a given link. Addresses stand behind `#`, so that they work from a file and from a server. */
export function App({ client, words, linkState, tryNow }: AppProps) {
  const [queries] = useState(createQueries)
  return (
    <LanguageProvider first={words}>
      {(parts) => (
        <Look parts={parts}>
          <QueryClientProvider client={queries}>
            <LinkProvider client={client} state={linkState} tryNow={tryNow}>
              <NoticeProvider>
                <HashRouter>
                  <SeatGate>
                    <SiteGate />
                  </SeatGate>
                </HashRouter>
              </NoticeProvider>
            </LinkProvider>
          </QueryClientProvider>
        </Look>
      )}
    </LanguageProvider>
  )
}

/** The theme, with what MUI's own parts say in the language on screen. */
function Look({ parts, children }: { readonly parts: readonly object[]; readonly children: ReactNode }) {
  const { t } = useTranslation(['charts', 'common'])
  const theme = useMemo(() => {
    // Charts come with fewer languages than tables.
    const localeText = { noData: t('noValue'), loading: t('common:loading') }
    const charts = { components: { MuiChartsLocalizationProvider: { defaultProps: { localeText } } } }
    return themeWith([...parts, charts])
  }, [parts, t])
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={THEME_STORAGE_KEY} disableTransitionOnChange>
      <CssBaseline />
      {children}
    </ThemeProvider>
  )
}
