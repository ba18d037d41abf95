import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import type { KindFieldProps } from '@renderer/components/schemaForm'
import { useTranslation } from 'react-i18next'

interface NumberChoiceProps extends KindFieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of the numbers that are known, by their names; another one can be typed. */
export function NumberChoice({ id, label, hint, problem, required, texts, onChange, options }: NumberChoiceProps) {
  const { t } = useTranslation('forms')
  const [text = ''] = texts
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value
  /** What was typed or chosen; the name of a choice means its number. */
  const numberOf = (typed: string) => options.find((option) => option.label === typed)?.value ?? typed.trim()
  return (
    <Autocomplete
      freeSolo
      forcePopupIcon={options.length > 0}
      id={id}
      options={options.map((option) => option.value)}
      getOptionLabel={nameOf}
      filterOptions={(all) => all}
      value={text}
      inputValue={nameOf(text)}
      onInputChange={(_event, typed, reason) => {
        if (reason !== 'reset') onChange([numberOf(typed)])
      }}
      onChange={(_event, chosen) => onChange([chosen ?? ''])}
      renderInput={(params) => (
        <TextField
          {...params}
          label={required ? label : t('optional', { label })}
          error={problem !== undefined}
          helperText={problem ?? hint}
        />
      )}
    />
  )
}
