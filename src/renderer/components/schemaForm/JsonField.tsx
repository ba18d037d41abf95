import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { FieldViewProps } from './FieldView'
import type { FormSpec } from './formSpec'
import { OptionalPart } from './OptionalPart'
import { useFieldWords } from './useFieldWords'

type JsonSpec = Extract<FormSpec, { kind: 'json' }>

/** What has no form of its own, such as the data of a vendor: written as JSON. */
export function JsonField(props: FieldViewProps<JsonSpec>) {
  const { draft, required, place, onChange } = props
  if (required) return <JsonText {...props} />
  return (
    <OptionalPart place={place} draft={draft} empty="" onChange={onChange}>
      <JsonText {...props} required />
    </OptionalPart>
  )
}

function JsonText({ spec, draft, place, onChange }: FieldViewProps<JsonSpec>) {
  const { t } = useTranslation('forms')
  const example = spec.objectOnly ? t('jsonObject') : t('json')
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <TextField
        {...useFieldWords(place, true, example)}
        multiline
        minRows={3}
        maxRows={16}
        value={typeof draft === 'string' ? draft : ''}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ htmlInput: { spellCheck: false, 'aria-required': true, style: { fontFamily: 'monospace' } } }}
      />
    </Box>
  )
}
