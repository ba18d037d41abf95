import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import { textsOf } from './draft'
import type { FieldViewProps } from './fieldProps'
import { useFormSurroundings } from './formContext'
import type { FormSpec } from './formSpec'
import { useFieldWords } from './useFieldWords'

type ChoicesSpec = Extract<FormSpec, { kind: 'choices' }>

/** Any of a few, each to be ticked. */
export function ChoicesField({ spec, draft, required, place, onChange }: FieldViewProps<ChoicesSpec>) {
  const { words } = useFormSurroundings()
  const { id, label, error, helperText } = useFieldWords(place, required && spec.min > 0)
  const chosen = textsOf(draft)
  const toggle = (option: string, on: boolean) =>
    onChange(on ? [...chosen, option] : chosen.filter((each) => each !== option))
  return (
    <FormControl component="fieldset" error={error} aria-describedby={`${id}-help`}>
      <FormLabel component="legend" sx={{ fontSize: '0.75rem' }}>
        {label}
      </FormLabel>
      <FormGroup row sx={{ columnGap: 3 }}>
        {spec.options.map((option, index) => (
          <FormControlLabel
            key={option}
            label={words.choice(place.path, option)}
            control={
              <Checkbox
                size="small"
                checked={chosen.includes(option)}
                onChange={(event) => toggle(option, event.target.checked)}
                slotProps={{ input: error && index === 0 ? { 'aria-invalid': true } : {} }}
              />
            }
          />
        ))}
      </FormGroup>
      <FormHelperText id={`${id}-help`}>{helperText}</FormHelperText>
    </FormControl>
  )
}
