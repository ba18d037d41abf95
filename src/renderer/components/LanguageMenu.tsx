import TranslateIcon from '@mui/icons-material/TranslateOutlined'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { LANGUAGES, OFFERED } from '@shared/words/languages'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/LanguageProvider'
import { useChooseLanguage } from '../i18n/useChooseLanguage'

/** The languages to choose from, each as it calls itself; nothing while there is only one. */
export function LanguageMenu() {
  const { t } = useTranslation('shell')
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (OFFERED.length < 2) return null
  return (
    <>
      <Tooltip title={t('language')}>
        <IconButton
          aria-label={t('language')}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <TranslateIcon />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {OFFERED.map((choice) => (
          <MenuItem
            key={choice}
            lang={LANGUAGES[choice].tag}
            role="menuitemradio"
            aria-checked={choice === language}
            selected={choice === language}
            onClick={() => {
              setAnchor(null)
              choose(choice)
            }}
          >
            {LANGUAGES[choice].name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
