import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { Section } from '@renderer/components'
import { CardAnswer } from '@renderer/components/CardAnswer'
import { fromLocalInput } from '@renderer/components/momentField/localInput'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient } from '@renderer/link'
import { useNamedStations } from '@renderer/link/useNamedStations'
import { showUnprintable } from '@shared/printable'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** “Would this card be accepted at … at …?”, answered by the very rules that decide at the station. */
export function CardCheckPanel({ cardId }: { readonly cardId: number }) {
  const { t } = useTranslation('cards')
  const client = useClient()
  const explain = useExplain()
  const stations = useNamedStations()
  const [stationId, setStationId] = useState('')
  const [evse, setEvse] = useState('')
  const [when, setWhen] = useState('')
  const chosen = stationId === '' ? String(stations[0]?.id ?? '') : stationId
  const ask = useMutation({
    mutationFn: async (at: number) => {
      const evseId = Number(evse)
      const wanted = fromLocalInput(when) ?? undefined
      const input = { cardId, stationId: Number(chosen), ...(wanted === undefined ? {} : { at: wanted }) }
      const answer = await client.cards.check(Number.isInteger(evseId) && evseId > 0 ? { ...input, evseId } : input)
      return { ...answer, at: wanted ?? at }
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // What is no time stays in its field, which says so.
    if (fromLocalInput(when) !== undefined) ask.mutate(Date.now())
  }
  if (stations.length === 0) return null
  return (
    <Section title={t('check.title')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        <TextField
          select
          size="small"
          label={t('check.station')}
          value={chosen}
          onChange={(event) => setStationId(event.target.value)}
          sx={{ minWidth: 140, flex: 1 }}
        >
          {stations.map(({ id, identity }) => (
            <MenuItem key={id} value={String(id)}>
              {showUnprintable(identity)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          size="small"
          label={t('check.evse')}
          placeholder={t('check.anyEvse')}
          value={evse}
          onChange={(event) => setEvse(event.target.value)}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric' } }}
          sx={{ width: 80 }}
        />
        <MomentField size="small" kind="date-time" label={t('check.at')} value={when} onChange={setWhen} />
        <Button type="submit" variant="outlined" loading={ask.isPending}>
          {t('check.ask')}
        </Button>
      </Box>
      <Box role="status" sx={{ mt: 3 }}>
        {ask.isError && (
          <Alert severity="error" variant="outlined">
            {explain(ask.error).sentence}
          </Alert>
        )}
        {ask.data && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <Typography component="span">{t('check.answer')}</Typography>
            <CardAnswer status={ask.data.status} reason={ask.data.reason} at={ask.data.at} />
            {ask.data.evseIds && (
              <Typography component="span" color="textSecondary">
                {t('check.onlyEvses', { count: ask.data.evseIds.length, evses: ask.data.evseIds.join(', ') })}
              </Typography>
            )}
          </Box>
        )}
      </Box>
    </Section>
  )
}
