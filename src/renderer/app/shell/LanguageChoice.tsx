import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { languages } from '../../i18n/languages'

/** The languages to choose from; nothing while there is only one. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation('shell')
  const choices = Object.entries(languages)
  if (choices.length < 2) return null
  return (
    <TextField
      select
      fullWidth={false}
      value={i18n.language}
      slotProps={{ htmlInput: { 'aria-label': t('language') } }}
      onChange={(event) => void i18n.changeLanguage(event.target.value)}
    >
      {choices.map(([tag, { name }]) => (
        <MenuItem key={tag} value={tag} lang={tag}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
