import Button from '@mui/material/Button'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Route, Routes } from 'react-router'
import { EmptyState } from '../components/EmptyState'

const OverviewPage = lazy(() => import('../features/overview/OverviewPage'))
const StationsPage = lazy(() => import('../features/stations/StationsPage'))
const StationPage = lazy(() => import('../features/stations/page/StationPage'))
const SessionsPage = lazy(() => import('../features/sessions/SessionsPage'))
const CardsPage = lazy(() => import('../features/cards/CardsPage'))
const RequestsPage = lazy(() => import('../features/requests/RequestsPage'))
const CertificatesPage = lazy(() => import('../features/certificates/CertificatesPage'))
const FilesPage = lazy(() => import('../features/files/FilesPage'))
const FramesPage = lazy(() => import('../features/frames/FramesPage'))
const EventsPage = lazy(() => import('../features/events/EventsPage'))

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
