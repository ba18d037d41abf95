import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { feeds, useFeed } from '@renderer/link'
import { useTranslation } from 'react-i18next'
import { useSessionName } from '../useSessionName'
import { useStationOfForm } from './StationOfForm'

/** A session that runs at the station now. */
export function SessionField({ id, label, hint, problem, required, texts, onChange }: KindFieldProps) {
  const { t } = useTranslation(['commands', 'forms'])
  const station = useStationOfForm()
  const nameOf = useSessionName()
  const running = useFeed(feeds.runningSessions).entries.filter(({ stationId }) => stationId === station.id)
  const [chosen = ''] = texts
  const isThere = running.some((session) => String(session.id) === chosen)
  return (
    <TextField
      select
      id={id}
      label={required ? label : t('forms:optional', { label })}
      error={problem !== undefined}
      helperText={problem ?? (running.length === 0 ? t('pick.noSession') : hint)}
      value={isThere ? chosen : ''}
      onChange={(event) => onChange([event.target.value])}
      slotProps={{ select: { SelectDisplayProps: { 'aria-required': required } } }}
    >
      {!required && <MenuItem value="">{t('forms:notSaid')}</MenuItem>}
      {running.map((session) => (
        <MenuItem key={session.id} value={String(session.id)}>
          {nameOf(session)}
        </MenuItem>
      ))}
    </TextField>
  )
}
