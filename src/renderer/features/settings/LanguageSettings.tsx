import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { Section } from '@renderer/components'
import { useLanguage } from '@renderer/i18n/LanguageProvider'
import { useChooseLanguage } from '@renderer/i18n/useChooseLanguage'
import { isLanguage, LANGUAGES, OFFERED } from '@shared/words/languages'
import { useTranslation } from 'react-i18next'

/** The language of whoever sits at this computer. */
export function LanguageSettings() {
  const { t } = useTranslation('settings')
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  return (
    <Section top title={t('language.title')}>
      <TextField
        select
        label={t('language.title')}
        helperText={t('language.means')}
        value={language}
        sx={{ mt: 1, maxWidth: 480 }}
        onChange={({ target }) => {
          if (isLanguage(target.value)) choose(target.value)
        }}
      >
        {OFFERED.map((choice) => (
          <MenuItem key={choice} value={choice} lang={LANGUAGES[choice].tag}>
            {LANGUAGES[choice].name}
          </MenuItem>
        ))}
      </TextField>
    </Section>
  )
}
