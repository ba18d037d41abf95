import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMoment, type MomentKind, readMoment, writeMoment } from './typedMoment'

interface MomentFieldProps extends Omit<TextFieldProps, 'type' | 'value' | 'onChange' | 'onBlur' | 'placeholder'> {
  readonly kind: MomentKind
  /** As the fields of HTML have it: `2026-01-31`, `2026-01-31T14:05`, `14:05`; '' for none. */
  readonly value: string
  /** Is given the same, or what was typed where that means nothing: whoever checks the form sees that it is no moment. */
  readonly onChange: (value: string) => void
  readonly helperText?: ReactNode
}

/**
 * A day, a day with its time, or a time of day, typed as the language of the console writes it: the browser's own field
 * follows the browser's language. What was understood is written out when the field is left.
 */
export function MomentField({ kind, value, onChange, error, helperText, slotProps, ...rest }: MomentFieldProps) {
  const { t, i18n } = useTranslation('forms')
  /** What is being typed, and what was told of it; null where the field shows its value. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly told: string } | null>(null)
  const [isLeft, setIsLeft] = useState(true)
  // Set from outside meanwhile: that counts.
  const isTyped = typed !== null && typed.told === value
  const isUnderstood = value === '' || isMoment(value, kind)
  const isWrong = isLeft && !isUnderstood
  const form = t(`moment.${kind}`)
  return (
    <TextField
      {...rest}
      value={isTyped ? typed.text : writeMoment(value, i18n.language)}
      placeholder={form}
      autoComplete="off"
      onFocus={() => setIsLeft(false)}
      onBlur={() => {
        setIsLeft(true)
        if (isUnderstood) setTyped(null)
      }}
      onChange={({ target: { value: text } }) => {
        const told = readMoment(text, kind, i18n.language) ?? text
        setTyped({ text, told })
        onChange(told)
      }}
      error={error === true || isWrong}
      helperText={isWrong ? t('moment.problem', { form }) : helperText}
      slotProps={{ ...slotProps, inputLabel: { shrink: true } }}
    />
  )
}
