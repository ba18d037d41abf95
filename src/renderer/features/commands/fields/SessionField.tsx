import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { feeds, useFeed } from '@renderer/link'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSessionName } from '../useSessionName'
import { useStationOfForm } from './StationOfForm'

/** A session that runs at the station now: the one whose page led here (`?session=`), or the only one, is chosen already. */
export function SessionField({ id, label, hint, problem, required, texts, onChange }: KindFieldProps) {
  const { t } = useTranslation(['commands', 'forms'])
  const station = useStationOfForm()
  const nameOf = useSessionName()
  const running = useFeed(feeds.runningSessions).entries.filter(({ stationId }) => stationId === station.id)
  const [chosen = ''] = texts
  const [search] = useSearchParams()
  const meant = running.length === 1 ? running[0] : running.find(({ id }) => String(id) === search.get('session'))
  const proposed = required && chosen === '' ? meant?.id : undefined
  useEffect(() => {
    if (proposed !== undefined) onChange([String(proposed)])
  }, [proposed, onChange])
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
