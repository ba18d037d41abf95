import Alert from '@mui/material/Alert'
import type { Draft } from '@renderer/components/schemaForm'
import { feeds, useFeed } from '@renderer/link'
import type { StationCommandName } from '@shared/commands'
import type { Station } from '@shared/contract/stations'
import { useTranslation } from 'react-i18next'
import { hitOf } from './hitsOf'
import { useSessionName } from './useSessionName'

interface HitsProps {
  readonly station: Station
  /** Null for a message of the protocol. */
  readonly name: StationCommandName | null
  readonly draft: Draft
}

/** What a disruptive command will hit, said before it is sent: the sessions that run are named. */
export function Hits({ station, name, draft }: HitsProps) {
  const { t } = useTranslation('commands')
  const nameOf = useSessionName()
  const sessions = useFeed(feeds.runningSessions)
  const hit = hitOf(name, draft)
  if (hit === null) return null
  const running = sessions.entries.filter(
    ({ stationId, evseId, connectorId }) =>
      stationId === station.id &&
      hit.sessions !== 'apart' &&
      (hit.evseId === null || (evseId ?? connectorId) === hit.evseId),
  )
  const who = running.map(nameOf).join('; ')
  const isHard = hit.sessions === 'end' && running.length > 0
  return (
    <Alert severity={isHard ? 'warning' : 'info'} variant="outlined" role="note" sx={{ mt: 4 }}>
      {t(`hits.${hit.key}`)} {running.length > 0 && t('hits.running', { count: running.length, who })}
    </Alert>
  )
}
