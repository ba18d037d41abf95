import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../../components/lazyPart'
import { isPaletteKey, paletteKeyName } from './paletteKey'

const Palette = lazyPart(() => import('./Palette'))

/** Opens the palette; so does its key from everywhere. */
export function PaletteButton() {
  const { t } = useTranslation('shell')
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return
      event.preventDefault()
      setIsOpen((before) => !before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const key = paletteKeyName(navigator.platform)
  return (
    <>
      <Button
        color="inherit"
        size="small"
        startIcon={<SearchIcon />}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setIsOpen(true)}
        sx={{ flex: 'none', color: 'text.secondary' }}
      >
        {t('strip.search')}
        <Box
          component="kbd"
          aria-hidden
          sx={{
            // A window that is as narrow as one at 200 % has no room for it.
            display: { xs: 'none', md: 'inline' },
            ml: 2,
            font: 'inherit',
            fontSize: '0.75rem',
            whiteSpace: 'nowrap',
          }}
        >
          {key}
        </Box>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
