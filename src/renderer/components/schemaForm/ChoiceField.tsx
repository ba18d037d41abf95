import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { FieldViewProps } from './fieldProps'
import { useFormSurroundings } from './formContext'
import type { FormSpec } from './formSpec'
import { useFieldWords } from './useFieldWords'

type ChoiceSpec = Extract<FormSpec, { kind: 'choice' }>

/** One of a few. */
export function ChoiceField({ spec, draft, required, place, onChange }: FieldViewProps<ChoiceSpec>) {
  const { t } = useTranslation('forms')
  const { words } = useFormSurroundings()
  return (
    <TextField
      select
      {...useFieldWords(place, required)}
      value={typeof draft === 'string' ? draft : ''}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { SelectDisplayProps: { 'aria-required': required } } }}
    >
      {!required && <MenuItem value="">{t('notSaid')}</MenuItem>}
      {spec.options.map((option) => (
        <MenuItem key={option} value={option}>
          {words.choice(place.path, option)}
        </MenuItem>
      ))}
    </TextField>
  )
}
