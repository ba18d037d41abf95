import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link, Route, Routes } from 'react-router'
import { EmptyState } from '../components/EmptyState'
import { lazyPart } from '../components/lazyPart'

const OverviewPage = lazyPart(() => import('../features/overview/OverviewPage'))
const StationsPage = lazyPart(() => import('../features/stations/StationsPage'))
const StationPage = lazyPart(() => import('../features/stations/page/StationPage'))
const SessionsPage = lazyPart(() => import('../features/sessions/SessionsPage'))
const CardsPage = lazyPart(() => import('../features/cards/CardsPage'))
const RequestsPage = lazyPart(() => import('../features/requests/RequestsPage'))
const CertificatesPage = lazyPart(() => import('../features/certificates/CertificatesPage'))
const FilesPage = lazyPart(() => import('../features/files/FilesPage'))
const FramesPage = lazyPart(() => import('../features/frames/FramesPage'))
const SettingsPage = lazyPart(() => import('../features/settings/SettingsPage'))
const EventsPage = lazyPart(() => import('../features/events/EventsPage'))

/** Every page by its address. What lies below an address (one station, one card) is the page's own matter. */
export function PageRoutes() {
  return (
    <Routes>
      <Route index element={<OverviewPage />} />
      <Route path="stations/:stationId/:tab/*" element={<StationPage />} />
      <Route path="stations/*" element={<StationsPage />} />
      <Route path="sessions/*" element={<SessionsPage />} />
      <Route path="cards/*" element={<CardsPage />} />
      <Route path="requests/*" element={<RequestsPage />} />
      <Route path="certificates/*" element={<CertificatesPage />} />
      <Route path="files/*" element={<FilesPage />} />
      <Route path="log/*" element={<FramesPage />} />
      <Route path="settings/*" element={<SettingsPage />} />
      <Route path="events/*" element={<EventsPage />} />
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
