import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, matchPath, Route, Routes } from 'react-router'
import { EmptyState } from '../components/EmptyState'
import { type LazyPart, lazyPart } from '../components/lazyPart'

/** Every page by its address. What lies below an address (one station, one card) is the page's own matter. */
const PAGES: readonly { readonly path: string; readonly Page: LazyPart<object> }[] = [
  { path: '/', Page: lazyPart(() => import('../features/overview/OverviewPage')) },
  { path: '/first-steps', Page: lazyPart(() => import('../features/firstSteps/FirstStepsPage')) },
  { path: '/stations/:stationId/:tab/*', Page: lazyPart(() => import('../features/stations/page/StationPage')) },
  { path: '/stations/*', Page: lazyPart(() => import('../features/stations/StationsPage')) },
  {
    path: '/security-profiles',
    Page: lazyPart(() => import('../features/security/upgrade/SecurityProfilesPage')),
  },
  { path: '/sessions/energy', Page: lazyPart(() => import('../features/energy/EnergyPage')) },
  { path: '/sessions/*', Page: lazyPart(() => import('../features/sessions/SessionsPage')) },
  {
    path: '/reports/statements/:month/:by/:key?',
    Page: lazyPart(() => import('../features/reports/statements/StatementsPage')),
  },
  { path: '/reports/*', Page: lazyPart(() => import('../features/reports/ReportsPage')) },
  { path: '/cards/offline', Page: lazyPart(() => import('../features/cards/OfflinePage')) },
  { path: '/cards/*', Page: lazyPart(() => import('../features/cards/CardsPage')) },
  { path: '/requests/*', Page: lazyPart(() => import('../features/requests/RequestsPage')) },
  {
    path: '/certificates/authority/:authorityId?',
    Page: lazyPart(() => import('../features/certificates/rollover/RollOverPage')),
  },
  { path: '/certificates/*', Page: lazyPart(() => import('../features/certificates/CertificatesPage')) },
  { path: '/devices/*', Page: lazyPart(() => import('../features/devices/DevicesPage')) },
  { path: '/files/*', Page: lazyPart(() => import('../features/files/FilesPage')) },
  { path: '/log/*', Page: lazyPart(() => import('../features/frames/FramesPage')) },
  { path: '/settings/*', Page: lazyPart(() => import('../features/settings/SettingsPage')) },
  { path: '/events/*', Page: lazyPart(() => import('../features/events/EventsPage')) },
]

/**
 * Fetches the page of an address while the link is still being made. React shows what comes after a wait no sooner than
 * 300 ms after the wait was shown, so a page that is there in time is seen that much sooner.
 */
export function loadPageAt(pathname: string): void {
  void PAGES.find(({ path }) => matchPath(path, pathname) !== null)?.Page.load()
}

export function PageRoutes() {
  return (
    <Routes>
      {PAGES.map(({ path, Page }) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}

function NotFound() {
  const { t } = useTranslation('common')
  return (
    <EmptyState
      title={t('notFound.title')}
      action={
        <Button component={Link} to="/" variant="outlined">
          {t('notFound.action')}
        </Button>
      }
    >
      {t('notFound.body')}
    </EmptyState>
  )
}
