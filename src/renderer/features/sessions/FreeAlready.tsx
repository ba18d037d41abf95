import Alert from '@mui/material/Alert'
import { feeds } from '@renderer/link'
import { useEntry } from '@renderer/link/useSelected'
import type { Session } from '@shared/contract/sessions'
import { isFreeAlready } from '@shared/ocpp/evseSays'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'

/** Says so where a session runs by its own reports while its EVSE is free: a charger that lost its power may forget it. */
export function FreeAlready({ session }: { readonly session: Session }) {
  const { t } = useTranslation('sessions')
  const station = useEntry(feeds.stations, session.stationId)
  const { evseId } = session
  if (!station || evseId === null || !isFreeAlready(session, station.connectors)) return null
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 4 }}>
      {t('freeAlready', { station: showUnprintable(session.stationIdentity), evse: evseId })}
    </Alert>
  )
}
