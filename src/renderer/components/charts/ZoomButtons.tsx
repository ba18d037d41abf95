import EarlierIcon from '@mui/icons-material/ChevronLeft'
import LaterIcon from '@mui/icons-material/ChevronRight'
import CloserIcon from '@mui/icons-material/ZoomIn'
import FartherIcon from '@mui/icons-material/ZoomOut'
import WholeIcon from '@mui/icons-material/ZoomOutMap'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { isPart, moved, type Span, zoomed } from './span'

interface ZoomButtonsProps {
  readonly whole: Span
  readonly shown: Span
  readonly onShow: (span: Span) => void
}

/** What dragging does, for the keyboard. A button that can do nothing keeps its place, and the focus. */
export function ZoomButtons({ whole, shown, onShow }: ZoomButtonsProps) {
  const { t } = useTranslation('charts')
  const part = isPart(shown, whole)
  const closer = zoomed(shown, whole, 0.5)
  const buttons = [
    { key: 'earlier', Icon: EarlierIcon, to: moved(shown, whole, -1), can: shown.from > whole.from },
    { key: 'later', Icon: LaterIcon, to: moved(shown, whole, 1), can: shown.to < whole.to },
    { key: 'closer', Icon: CloserIcon, to: closer, can: closer.to - closer.from < shown.to - shown.from },
    { key: 'farther', Icon: FartherIcon, to: zoomed(shown, whole, 2), can: part },
    { key: 'whole', Icon: WholeIcon, to: whole, can: part },
  ] as const
  return (
    <Box role="group" aria-label={t('zoom.label')} sx={{ display: 'flex', flex: 'none' }}>
      {buttons.map(({ key, Icon, to, can }) => (
        <Tooltip key={key} title={t(`zoom.${key}`)}>
          <IconButton
            size="small"
            aria-label={t(`zoom.${key}`)}
            aria-disabled={!can}
            onClick={() => can && onShow(to)}
            sx={{ color: 'text.secondary', '&[aria-disabled=true]': { opacity: 0.4, cursor: 'default' } }}
          >
            <Icon fontSize="small" />
          </IconButton>
        </Tooltip>
      ))}
    </Box>
  )
}
