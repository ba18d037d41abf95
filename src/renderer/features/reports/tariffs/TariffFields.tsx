import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import TextField from '@mui/material/TextField'
import { MomentField } from '@renderer/components/momentField/MomentField'
import { ROUNDED_THINGS, ROUNDING_MODES, type RoundingMode, TAX_NAME_MAX_LENGTH } from '@shared/contract/tariffs'
import { useTranslation } from 'react-i18next'
import type { DraftProblems, TariffDraft } from './tariffDraft'

export interface TariffFieldsProps {
  readonly draft: TariffDraft
  readonly onChange: (draft: TariffDraft) => void
  readonly wrong: DraftProblems['fields']
  readonly currency: string
}

const side = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: 4 }

/** A unit behind a number. */
export const unit = (text: string) => ({
  input: { endAdornment: <InputAdornment position="end">{text}</InputAdornment> },
  htmlInput: { inputMode: 'decimal' as const },
})

interface PriceFieldsProps extends TariffFieldsProps {
  /** The first tariff may begin in the past. */
  readonly isFirst: boolean
}

export function PriceFields({ draft, onChange, wrong, currency, isFirst }: PriceFieldsProps) {
  const { t } = useTranslation('reports')
  return (
    <Box sx={side}>
      <MomentField
        kind="date"
        label={t('tariff.fromDay')}
        value={draft.fromDay}
        onChange={(fromDay) => onChange({ ...draft, fromDay })}
        error={wrong.has('fromDay')}
        helperText={t(isFirst ? 'tariff.fromDayFirst' : 'tariff.fromDayHint')}
      />
      <TextField
        label={t(draft.bands.length > 0 ? 'tariff.priceOther' : 'tariff.price')}
        value={draft.price}
        onChange={({ target }) => onChange({ ...draft, price: target.value })}
        error={wrong.has('price')}
        helperText={wrong.has('price') ? t('tariff.number') : t('tariff.priceHint')}
        autoComplete="off"
        slotProps={unit(t('tariff.unitPerKwh', { currency }))}
      />
    </Box>
  )
}

export function FeeFields({ draft, onChange, wrong, currency }: TariffFieldsProps) {
  const { t } = useTranslation('reports')
  const field = (name: 'sessionFee' | 'monthFee') => (
    <TextField
      label={t(`tariff.${name}`)}
      value={draft[name]}
      onChange={({ target }) => onChange({ ...draft, [name]: target.value })}
      error={wrong.has(name)}
      helperText={wrong.has(name) ? t('tariff.number') : t(`tariff.${name}Hint`)}
      autoComplete="off"
      slotProps={unit(currency)}
    />
  )
  return (
    <Box sx={side}>
      {field('sessionFee')}
      {field('monthFee')}
    </Box>
  )
}

export function TaxFields({ draft, onChange, wrong }: TariffFieldsProps) {
  const { t } = useTranslation('reports')
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box sx={side}>
        <TextField
          label={t('tariff.taxName')}
          value={draft.taxName}
          onChange={({ target }) => onChange({ ...draft, taxName: target.value })}
          helperText={t('tariff.taxNameHint')}
          slotProps={{ htmlInput: { maxLength: TAX_NAME_MAX_LENGTH } }}
        />
        <TextField
          label={t('tariff.taxRate')}
          value={draft.taxPercent}
          onChange={({ target }) => onChange({ ...draft, taxPercent: target.value })}
          error={wrong.has('taxPercent')}
          helperText={wrong.has('taxPercent') ? t('tariff.percent') : t('tariff.taxRateHint')}
          autoComplete="off"
          slotProps={unit('%')}
        />
      </Box>
      <FormControl>
        <FormLabel>{t('tariff.taxWhere')}</FormLabel>
        <RadioGroup
          value={draft.taxIncluded ? 'included' : 'added'}
          onChange={(_event, value) => onChange({ ...draft, taxIncluded: value === 'included' })}
        >
          {(['included', 'added'] as const).map((where) => (
            <FormControlLabel key={where} value={where} control={<Radio />} label={t(`tariff.tax.${where}`)} />
          ))}
        </RadioGroup>
      </FormControl>
    </Box>
  )
}

export function RoundingFields({ draft, onChange }: TariffFieldsProps) {
  const { t } = useTranslation('reports')
  return (
    <Box sx={side}>
      <TextField
        select
        label={t('tariff.roundWhat')}
        value={draft.what}
        onChange={({ target }) => onChange({ ...draft, what: target.value as TariffDraft['what'] })}
      >
        {ROUNDED_THINGS.map((what) => (
          <MenuItem key={what} value={what}>
            {t(`tariff.round.${what}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('tariff.roundHow')}
        value={draft.mode}
        onChange={({ target }) => onChange({ ...draft, mode: target.value as RoundingMode })}
      >
        {ROUNDING_MODES.map((mode) => (
          <MenuItem key={mode} value={mode}>
            {t(`rules.mode.${mode}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  )
}
