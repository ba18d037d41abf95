import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'

/** The row of filters under a page's title. */
export function FilterBar({ children }: { readonly children: ReactNode }) {
  return (
    <Box role="search" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 4 }}>
      {children}
    </Box>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Longest search the contract takes, in characters. */
const SEARCH_MAX_LENGTH = 100

/** Searches as it is typed; Escape empties it. */
export function SearchField({ label, value, onChange }: FieldProps) {
  return (
    <TextField
      type="search"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={label}
      autoComplete="off"
      sx={{ flex: '1 1 220px', maxWidth: 420 }}
      slotProps={{
        htmlInput: { 'aria-label': label, maxLength: SEARCH_MAX_LENGTH },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon sx={{ fontSize: 18 }} />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}

/** One of a few; the choices are MenuItems. */
export function FilterChoice({ label, value, onChange, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ flex: '0 1 180px' }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {children}
    </TextField>
  )
}

interface FilterOneOfProps<Choice extends string> {
  readonly label: string
  readonly value: Choice
  /** In their order, the widest first. */
  readonly choices: readonly Choice[]
  readonly words: (choice: Choice) => string
  readonly onChange: (choice: Choice) => void
}

/** One of a few that are always the same. */
export function FilterOneOf<Choice extends string>(props: FilterOneOfProps<Choice>) {
  const { label, value, choices, words, onChange } = props
  const choose = (chosen: string) => {
    const choice = choices.find((each) => each === chosen)
    if (choice !== undefined) onChange(choice)
  }
  return (
    <FilterChoice label={label} value={value} onChange={choose}>
      {choices.map((each) => (
        <MenuItem key={each} value={each}>
          {words(each)}
        </MenuItem>
      ))}
    </FilterChoice>
  )
}
