import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { FieldViewProps } from './fieldProps'
import type { FormSpec } from './formSpec'
import { useFieldWords } from './useFieldWords'

type BooleanSpec = Extract<FormSpec, { kind: 'boolean' }>

/** Yes or no; where it may be left out, that is a third choice. */
export function BooleanField({ draft, required, place, onChange }: FieldViewProps<BooleanSpec>) {
  const { t } = useTranslation('forms')
  const { id, label, error, helperText } = useFieldWords(place, required)
  if (!required) {
    return (
      <TextField
        select
        id={id}
        label={label}
        error={error}
        helperText={helperText}
        value={draft === undefined ? '' : String(draft === true)}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'true')}
      >
        <MenuItem value="">{t('notSaid')}</MenuItem>
        <MenuItem value="true">{t('yes')}</MenuItem>
        <MenuItem value="false">{t('no')}</MenuItem>
      </TextField>
    )
  }
  return (
    <Box>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            id={id}
            checked={draft === true}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { 'aria-invalid': error, 'aria-describedby': `${id}-help` } }}
          />
        }
      />
      <FormHelperText id={`${id}-help`} error={error}>
        {helperText}
      </FormHelperText>
    </Box>
  )
}
