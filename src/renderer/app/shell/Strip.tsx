import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../../components/LanguageMenu'
import { StatusShape } from '../../components/StatusShape'
import { ReaderStatus } from '../../features/readers/ReaderStatus'
import { useFormat } from '../../i18n/useFormat'
import { useLink } from '../../link/LinkProvider'
import { isLost, type LinkState } from '../../link/linkState'
import { useLinkState } from '../../link/useLinkState'
import { PaletteButton } from '../palette/PaletteButton'
import { useSite } from '../SiteContext'
import { sizes } from '../theme/tokens'
import { Addresses } from './Addresses'

import { OperatorMenu } from './OperatorMenu'
import { ThemeMenu } from './ThemeMenu'

function Frame({ lost = false, children }: { readonly lost?: boolean; readonly children: ReactNode }) {
  return (
    <Box
      component="header"
      role={lost ? 'alert' : undefined}
      sx={{
        minHeight: sizes.strip,
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        paddingInline: 5,
        bgcolor: lost ? 'status.danger' : 'background.paper',
        color: lost ? 'background.paper' : 'text.primary',
        borderBottom: '1px solid',
        borderColor: 'divider',
      }}
    >
      {children}
    </Box>
  )
}

/** The state of the site in one line; while the server can't be reached, nothing but that. */
export function Strip() {
  const link = useLinkState()
  return isLost(link) ? <Lost link={link} /> : <Present />
}

function Lost({ link }: { readonly link: LinkState }) {
  const { t } = useTranslation('shell')
  const { tryNow } = useLink()
  const format = useFormat()
  return (
    <Frame lost>
      <StatusShape shape="triangle" size={20} />
      <Typography sx={{ flex: 1, fontWeight: 550 }}>
        {link.state === 'locked-out' ? t('link.lockedOut') : t('link.lost', { when: format.dateTime(link.since) })}
      </Typography>
      <Button color="inherit" variant="outlined" size="small" onClick={tryNow}>
        {t('link.tryNow')}
      </Button>
    </Frame>
  )
}

function Present() {
  const { t } = useTranslation('shell')
  const site = useSite()
  const { admitted, connected } = site.stations
  return (
    <Frame>
      <Typography
        sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', maxWidth: '30%' }}
      >
        {site.name}
      </Typography>
      {site.demo && (
        <Tooltip title={t('strip.demoHint')}>
          <Chip label={t('strip.demo')} size="small" variant="outlined" />
        </Tooltip>
      )}
      <Box
        sx={{ display: 'flex', gap: 2, flex: 1, minWidth: 0, color: 'text.secondary', whiteSpace: 'nowrap' }}
        role="group"
        aria-label={t('strip.label')}
      >
        <Addresses />
        <span aria-hidden>·</span>
        <Box component="span" sx={{ flex: '0 1 auto', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {admitted === 0 ? t('strip.noStations') : t('strip.connected', { count: admitted, connected })}
        </Box>
      </Box>
      <PaletteButton />
      <ReaderStatus />
      <OperatorMenu />
      <LanguageMenu />
      <ThemeMenu />
    </Frame>
  )
}
