import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { feeds, useOrpc } from '@renderer/link'
import { useNamedStations } from '@renderer/link/useNamedStations'
import { useEntry } from '@renderer/link/useSelected'
import type { Station } from '@shared/contract/stations'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalibrationResult } from './CalibrationResult'
import { useTaps } from './deskTap'
import { UidField, uidOf } from './UidField'

interface CalibrationProps {
  /** The charger that is chosen at first. */
  readonly stationId?: number
}

/** No station has this number. */
const NONE = 0

/** One card is shown at the desk and at a charger; what each made of it tells how the charger writes numbers. */
export function Calibration({ stationId }: CalibrationProps) {
  const { t } = useTranslation('readers')
  const stations = useNamedStations()
  const [chosen, setChosen] = useState(stationId)
  const station = useEntry(feeds.stations, chosen ?? NONE)
  const admitted = stations.filter(({ admission }) => admission === 'admitted')
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      <Typography color="textSecondary">{t('calibrate.intro')}</Typography>
      <TextField
        select
        label={t('calibrate.station')}
        value={station === undefined ? '' : String(station.id)}
        onChange={(event) => setChosen(Number(event.target.value))}
        fullWidth
      >
        {admitted.map(({ id, identity, label }) => (
          <MenuItem key={id} value={String(id)}>
            {[identity, label].filter(Boolean).join(', ')}
          </MenuItem>
        ))}
      </TextField>
      {station !== undefined && <Steps key={station.id} station={station} />}
    </Box>
  )
}

function Steps({ station }: { readonly station: Station }) {
  const { t } = useTranslation('readers')
  const orpc = useOrpc()
  const { identity: name } = station
  const [typed, setTyped] = useState('')
  const [seenTyped, setSeenTyped] = useState('')
  // What was presented before the wizard was opened was another card.
  const [since, setSince] = useState(() => Date.now())
  const uid = uidOf(typed)
  useTaps(
    useCallback(({ outcome, text }) => {
      if (text === null && outcome.kind === 'card') setTyped(outcome.token)
    }, []),
  )
  const events = useQuery(
    orpc.readers.presentedAt.queryOptions({
      input: { stationId: station.id, since },
      enabled: uid !== null,
      // Asked often while somebody stands at the charger; the log is written a moment after the card was presented.
      refetchInterval: 1_000,
    }),
  )
  const presented = uid === null ? undefined : events.data?.presented[0]?.token
  const seen = seenTyped.trim() !== '' ? seenTyped.trim() : presented
  const restart = () => {
    setTyped('')
    setSeenTyped('')
    setSince(Date.now())
  }
  return (
    <>
      <Typography component="h4" sx={{ fontWeight: 600 }}>
        {t('calibrate.stepDesk')}
      </Typography>
      <UidField label={t('calibrate.card')} hint={t('calibrate.stepDeskHint')} value={typed} onChange={setTyped} />
      {uid !== null && (
        <>
          <Typography component="h4" sx={{ fontWeight: 600 }}>
            {t('calibrate.stepCharger', { station: name })}
          </Typography>
          {station.connection.state === 'offline' && (
            <Alert severity="warning" variant="outlined">
              {t('calibrate.offline', { station: name })}
            </Alert>
          )}
          <Typography color="textSecondary" role="status">
            {presented === undefined
              ? t('calibrate.waiting', { station: name })
              : `${t('calibrate.seen')}: ${presented}`}{' '}
            {presented === undefined && t('calibrate.stepChargerHint')}
          </Typography>
          <TextField
            label={t('calibrate.orType')}
            value={seenTyped}
            onChange={(event) => setSeenTyped(event.target.value)}
            autoComplete="off"
            fullWidth
            slotProps={{ htmlInput: { spellCheck: false, maxLength: 36 }, inputLabel: { shrink: true } }}
          />
          {seen !== undefined && <CalibrationResult key={`${uid} ${seen}`} station={station} uid={uid} seen={seen} />}
          <Button size="small" onClick={restart} sx={{ justifySelf: 'start' }}>
            {t('calibrate.again')}
          </Button>
        </>
      )}
    </>
  )
}
