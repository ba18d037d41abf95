import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { BAND_NAME_MAX_LENGTH } from '@shared/contract/tariffs'
import { useTranslation } from 'react-i18next'
import { useReportFormat } from '../useReportFormat'
import { unit } from './TariffFields'
import type { BandDraft } from './tariffDraft'

interface BandFieldsProps {
  readonly band: BandDraft
  /** Which one it is, from 1. */
  readonly number: number
  readonly currency: string
  readonly wrong: ReadonlySet<keyof BandDraft>
  readonly onChange: (band: BandDraft) => void
  readonly onRemove: () => void
}

const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** Hours with a price of their own: on which days, from when until when. */
export function BandFields({ band, number, currency, wrong, onChange, onRemove }: BandFieldsProps) {
  const { t } = useTranslation('reports')
  const { weekday } = useReportFormat(currency)
  const set = (part: Partial<BandDraft>) => onChange({ ...band, ...part })
  const time = (name: 'from' | 'until') => (
    <MomentField
      kind="time"
      label={t(`tariff.${name}Time`)}
      value={band[name]}
      onChange={(clock) => set({ [name]: clock })}
      error={wrong.has(name)}
    />
  )
  return (
    <Box
      role="group"
      aria-label={t('tariff.band', { number })}
      sx={{ display: 'grid', gap: 3, p: 4, border: '1px solid', borderColor: 'divider', borderRadius: 1 }}
    >
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
        <TextField
          label={t('tariff.bandName')}
          value={band.name}
          onChange={({ target }) => set({ name: target.value })}
          error={wrong.has('name')}
          helperText={t('tariff.bandNameHint')}
          sx={{ flex: 1 }}
          slotProps={{ htmlInput: { maxLength: BAND_NAME_MAX_LENGTH } }}
        />
        <Button onClick={onRemove}>{t('tariff.removeBand')}</Button>
      </Box>
      <Box>
        <ToggleButtonGroup
          size="small"
          value={band.days}
          onChange={(_event, days: number[]) => set({ days })}
          aria-label={t('tariff.daysLabel')}
          sx={{ flexWrap: 'wrap' }}
        >
          {DAYS.map((day) => (
            <ToggleButton key={day} value={day}>
              {weekday(day)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <FormHelperText error={wrong.has('days')}>{t('tariff.daysHint')}</FormHelperText>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1.4fr', gap: 3, mt: 1 }}>
        {time('from')}
        {time('until')}
        <TextField
          label={t('tariff.price')}
          value={band.price}
          onChange={({ target }) => set({ price: target.value })}
          error={wrong.has('price')}
          autoComplete="off"
          slotProps={unit(t('tariff.unitPerKwh', { currency }))}
        />
      </Box>
    </Box>
  )
}
