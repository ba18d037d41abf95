import Box from '@mui/material/Box'
import { Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { ErrorBoundary } from '../../components/ErrorBoundary'
import { LoadingState } from '../../components/LoadingState'
import { loadAhead } from '../../components/lazyPart'
import { TapProvider } from '../../features/readers/TapProvider'
import { useRevisions } from '../../link/useRevisions'
import { PageRoutes } from '../routes'
import { useDesktopLanguage } from '../useDesktopLanguage'
import { Arrivals } from './Arrivals'
import { keepFocus } from './keepFocus'
import { Rail } from './Rail'
import { SkipLink } from './SkipLink'
import { Strip } from './Strip'

/** The frame around every page. */
export function Shell() {
  const { pathname } = useLocation()
  const [, subject = '', one, tab] = pathname.split('/')
  // What lies below an address is a drawer or a form beside the list, but a third part is a page of its own.
  const page = tab === undefined ? subject : `${subject}/${one}`
  const main = useRef<HTMLElement>(null)
  const shown = useRef(page)

  useEffect(() => keepFocus(document), [])

  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    // A new page begins at its top, for the eye and for the keyboard.
    main.current?.scrollTo({ top: 0 })
    main.current?.focus({ preventScroll: true })
  }, [page])

  return (
    <TapProvider>
      <Watches />
      <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
        <SkipLink onSkip={() => main.current?.focus()} />
        <Strip />
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <Rail />
          <Box
            component="main"
            ref={main}
            tabIndex={-1}
            sx={{ flex: 1, minWidth: 0, overflowY: 'auto', overflowX: 'hidden', padding: 6 }}
          >
            <ErrorBoundary resetKey={page}>
              <Suspense fallback={<LoadingState />}>
                <PageRoutes />
                <LoadAhead />
              </Suspense>
            </ErrorBoundary>
          </Box>
        </Box>
        <Arrivals />
      </Box>
    </TapProvider>
  )
}

/** Fetches the other pages once the first is there: beside it, so that it waits as long as that does. */
function LoadAhead() {
  useEffect(loadAhead, [])
  return null
}

/** What the frame follows without showing it; a part of its own, so that news of it draw nothing. */
function Watches() {
  useRevisions()
  useDesktopLanguage()
  return null
}
