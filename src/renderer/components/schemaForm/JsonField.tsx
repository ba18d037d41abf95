import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { monoFamily } from '../../app/theme/tokens'
import type { FieldViewProps } from './fieldProps'
import type { FormSpec } from './formSpec'
import { useFieldWords } from './useFieldWords'

type JsonSpec = Extract<FormSpec, { kind: 'json' }>

/** What has no form of its own, such as the data of a vendor: written as JSON. */
export function JsonField({ spec, draft, place, onChange }: FieldViewProps<JsonSpec>) {
  const { t } = useTranslation('forms')
  return (
    <TextField
      {...useFieldWords(place, true, spec.objectOnly ? t('jsonObject') : t('json'))}
      multiline
      minRows={3}
      maxRows={16}
      value={typeof draft === 'string' ? draft : ''}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { spellCheck: false, 'aria-required': true, style: { fontFamily: monoFamily } } }}
    />
  )
}
