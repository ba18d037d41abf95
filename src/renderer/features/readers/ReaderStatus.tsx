import ContactlessIcon from '@mui/icons-material/ContactlessOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import type { ReaderState } from '@shared/contract/readers'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink, useLocation } from 'react-router'
import { useSite } from '../../app/SiteContext'
import { ReaderFacts } from './ReaderFacts'
import { shortReaderName } from './readerName'
import { isTroubled } from './readerTrouble'

/** How the desk readers stand, in the strip; a click says what that means and what to do. */
export function ReaderStatus() {
  const { t } = useTranslation('readers')
  const { reader, readerSeen } = useSite()
  const { pathname } = useLocation()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const inWords = useStripWords()
  const words = concernsSomebody(reader, readerSeen, pathname) ? inWords(reader) : t('strip.none')
  const close = () => setAnchor(null)
  return (
    <>
      <Link
        component="button"
        type="button"
        variant="body1"
        color="inherit"
        underline="hover"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`${t('state.label')}: ${words}`}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          color: 'text.secondary',
          minWidth: 0,
          maxWidth: { xs: 150, lg: 260 },
        }}
      >
        <ContactlessIcon aria-hidden sx={{ fontSize: 18 }} />
        <Box
          component="span"
          sx={{
            display: { xs: 'none', md: 'inline' },
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {words}
        </Box>
      </Link>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('state.title'),
            sx: { padding: 5, border: '1px solid', borderColor: 'divider', maxWidth: 440 },
          },
        }}
      >
        <Typography variant="h3" sx={{ mb: 2 }}>
          {t('state.title')}
        </Typography>
        <ReaderFacts state={reader} />
        <Button component={RouterLink} to="/cards/readers" size="small" onClick={close} sx={{ mt: 3 }}>
          {t('state.more')}
        </Button>
      </Popover>
    </>
  )
}

/**
 * That no reader can be used is a fault only where one was used before, or would be on this page. Everybody else reads
 * that there is none; what lies behind that is one click away all the same.
 */
function concernsSomebody(reader: ReaderState, wasSeen: boolean, pathname: string): boolean {
  return wasSeen || !isTroubled(reader) || /^\/cards(?:\/|$)/.test(pathname)
}

/** The state in two or three words. */
function useStripWords(): (state: ReaderState) => string {
  const { t } = useTranslation('readers')
  return (state) => {
    if (state.kind !== 'ready') return t(`strip.${state.kind}`)
    const used = state.readers.find(({ condition }) => condition !== 'ready')
    const [first] = state.readers
    const name = shortReaderName((used ?? first)?.name ?? '')
    switch (used?.condition) {
      case 'card':
        return t('strip.card', { name })
      case 'mute':
        return t('strip.mute')
      case 'in-use':
        return t('strip.inUse', { name })
      default:
        return t('strip.ready', { count: state.readers.length, name })
    }
  }
}
