import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { showUnprintable } from '@shared/printable'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sizes } from '../app/theme/tokens'
import { NoticeOutlet } from './NoticeProvider'

interface DetailDrawerProps {
  readonly title: string
  /** Beside the title, such as a status mark. */
  readonly mark?: ReactNode
  /** Under the title. */
  readonly subtitle?: ReactNode
  /** Goes back to the address of the list; also called by Esc and by a click beside the drawer. */
  readonly onClose: () => void
  /** The actions at the foot, which stay in sight. */
  readonly actions?: ReactNode
  /** 480 px for forms, 640 px for everything else. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/**
 * One thing of a list in a drawer. It is rendered by the route of its own address, keeps the focus inside while it is
 * open and gives it back when it closes. No dialog opens from inside it: ask in place instead.
 */
export function DetailDrawer({ title, mark, subtitle, onClose, actions, narrow, children }: DetailDrawerProps) {
  const { t } = useTranslation('common')
  const titleId = useId()
  useEscapeFromNowhere(onClose)
  const width = narrow === true ? sizes.drawerNarrow : sizes.drawerWide
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width, maxWidth: '100%', borderLeft: '1px solid', borderColor: 'divider', boxShadow: 'none' },
        },
      }}
    >
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'flex-start',
          gap: 3,
          paddingInline: 6,
          paddingBlock: 4,
          borderBottom: '1px solid',
          borderColor: 'divider',
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap' }}>
            <Typography variant="h1" component="h2" id={titleId} sx={{ overflowWrap: 'anywhere' }}>
              {showUnprintable(title)}
            </Typography>
            {mark}
          </Box>
          {subtitle !== undefined && <Box sx={{ color: 'text.secondary' }}>{subtitle}</Box>}
        </Box>
        <IconButton aria-label={t('actions.close')} onClick={onClose} edge="end" size="small">
          <CloseIcon />
        </IconButton>
      </Box>
      <Box sx={{ flex: 1, overflowY: 'auto', paddingInline: 6, paddingBlock: 5, overflowX: 'hidden' }}>{children}</Box>
      {actions !== undefined && (
        <Box
          component="footer"
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            flexWrap: 'wrap',
            paddingInline: 6,
            paddingBlock: 4,
            borderTop: '1px solid',
            borderColor: 'divider',
          }}
        >
          {actions}
        </Box>
      )}
      <NoticeOutlet />
    </Drawer>
  )
}

/**
 * A button that goes or is disabled while it has the focus leaves it with nothing for a moment, until the drawer takes
 * it back. Esc means the drawer then too.
 */
function useEscapeFromNowhere(onEscape: () => void) {
  const latest = useRef(onEscape)
  useEffect(() => {
    latest.current = onEscape
  })
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && target === document.body) latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
