import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import FormLabel from '@mui/material/FormLabel'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { partsOf, type ValueProblem, type ValueRules } from './variableValue'

interface ValueFieldProps {
  readonly rules: ValueRules
  /** A password or key: typed unseen. */
  readonly hidden: boolean
  readonly text: string
  readonly problem: ValueProblem | null
  readonly inputRef: Ref<HTMLInputElement>
  readonly onChange: (text: string) => void
}

/** The field for a value, by its type: a choice, ticks, or text. */
export function ValueField({ rules, hidden, text, problem, inputRef, onChange }: ValueFieldProps) {
  const { t } = useTranslation('variables')
  const { type, values, unit } = rules
  const label = hidden ? t('edit.newSecret') : t('edit.title')
  const said = useProblemWords(problem)
  const choices = choicesOf(rules, text)
  if (choices !== null && !hidden) {
    return (
      <TextField
        select
        label={label}
        value={choices.includes(text) ? text : ''}
        error={problem !== null}
        helperText={said}
        inputRef={inputRef}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {choice}
          </MenuItem>
        ))}
      </TextField>
    )
  }
  if (type === 'MemberList' && values !== null && !hidden) {
    const chosen = partsOf(text)
    return (
      <FormControl component="fieldset" error={problem !== null}>
        <FormLabel component="legend">{label}</FormLabel>
        <FormGroup>
          {values.map((value) => (
            <FormControlLabel
              key={value}
              label={value}
              control={
                <Checkbox
                  size="small"
                  checked={chosen.includes(value)}
                  onChange={({ target }) =>
                    onChange(
                      values.filter((each) => (each === value ? target.checked : chosen.includes(each))).join(','),
                    )
                  }
                />
              }
            />
          ))}
        </FormGroup>
      </FormControl>
    )
  }
  const isList = type === 'MemberList' || type === 'SequenceList'
  return (
    <TextField
      label={label}
      type={hidden ? 'password' : 'text'}
      value={text}
      error={problem !== null}
      helperText={said ?? (hidden ? t('edit.secretHint') : isList ? t('edit.listHint') : undefined)}
      inputRef={inputRef}
      multiline={!hidden && type !== 'integer' && type !== 'decimal' && text.length > 60}
      autoComplete={hidden ? 'new-password' : 'off'}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          ...(type === 'integer' ? { inputMode: 'numeric' } : type === 'decimal' ? { inputMode: 'decimal' } : {}),
        },
        input: unit === null ? {} : { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  )
}

/** What can be chosen, when it is one of a few; what the station has now is among them, however it is spelt. */
function choicesOf({ type, values }: ValueRules, text: string): readonly string[] | null {
  const choices = type === 'boolean' ? ['true', 'false'] : type === 'OptionList' ? values : null
  if (choices === null) return null
  if (text === '' || choices.includes(text)) return choices
  const isAnotherSpelling = type === 'boolean' && choices.includes(text.toLowerCase())
  return isAnotherSpelling
    ? choices.map((choice) => (choice === text.toLowerCase() ? text : choice))
    : [text, ...choices]
}

function useProblemWords(problem: ValueProblem | null): string | undefined {
  const { t } = useTranslation('variables')
  if (problem === null) return undefined
  switch (problem.key) {
    case 'tooSmall':
      return t('problem.tooSmall', { min: problem.min })
    case 'tooLarge':
    case 'tooLong':
      return t(`problem.${problem.key}`, { max: problem.max })
    case 'notOne':
    case 'notAll':
      return t(`problem.${problem.key}`, { values: problem.values })
    default:
      return t(`problem.${problem.key}`)
  }
}
