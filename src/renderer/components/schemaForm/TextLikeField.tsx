import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { MomentField } from '../momentField/MomentField'
import type { FieldViewProps } from './fieldProps'
import type { FormSpec } from './formSpec'
import { useFieldWords } from './useFieldWords'

type TextLikeSpec = Extract<FormSpec, { kind: 'text' | 'number' | 'moment' }>

/** Kinds of text that take several lines. */
const LONG = new Set(['longText', 'pem'])
/** A text that may be longer than this is given room (characters). */
const LONG_FROM = 500
/** A limit from here on only keeps nonsense out and helps nobody to fill in the field. */
const ABSURD = 1_000_000

/** Text, a number, or a date with its time by this computer's clock. */
export function TextLikeField({ spec, draft, required, place, onChange }: FieldViewProps<TextLikeSpec>) {
  const { t } = useTranslation('forms')
  const words = useFieldWords(place, required, useRange(spec))
  const isSeconds = spec.kind === 'number' && spec.field === 'seconds'
  const isLong =
    spec.kind === 'text' && (LONG.has(spec.field ?? '') || (spec.field !== 'url' && (spec.maxLength ?? 0) > LONG_FROM))
  const isPem = spec.kind === 'text' && spec.field === 'pem'
  const text = typeof draft === 'string' ? draft : ''
  if (spec.kind === 'moment') {
    const slotProps = { htmlInput: { 'aria-required': required } }
    return <MomentField {...words} kind="date-time" value={text} onChange={onChange} slotProps={slotProps} />
  }
  return (
    <TextField
      {...words}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      multiline={isLong}
      minRows={isPem ? 4 : 2}
      maxRows={12}
      autoComplete="off"
      slotProps={{
        htmlInput: {
          'aria-required': required,
          spellCheck: false,
          ...(spec.kind === 'number' ? { inputMode: spec.whole ? 'numeric' : 'decimal' } : {}),
        },
        input: isSeconds ? { endAdornment: <InputAdornment position="end">{t('seconds')}</InputAdornment> } : {},
      }}
    />
  )
}

/** “1 to 9”, where the schema says something that a person can use. */
function useRange(spec: TextLikeSpec): string | undefined {
  const { t } = useTranslation('forms')
  if (spec.kind !== 'number') return undefined
  const { min } = spec
  const max = spec.max !== null && spec.max >= ABSURD ? null : spec.max
  if (min !== null && max !== null) return t('range.between', { min, max })
  if (max !== null) return t('range.atMost', { max })
  return min !== null && min > 1 ? t('range.atLeast', { min }) : undefined
}
