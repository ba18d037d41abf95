import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { StatusShape } from './StatusShape'
import { type MarkStatus, STATUS_LOOK } from './statusLook'

interface StatusMarkProps {
  readonly status: MarkStatus
  /** Said instead of the status' own word. */
  readonly word?: string
  /** For narrow places: the word is only spoken. */
  readonly shapeOnly?: boolean
  /** Side of the shape in pixels. */
  readonly size?: number
}

/** A status as shape, word and colour; readable without any one of them. */
export function StatusMark({ status, word, shapeOnly = false, size }: StatusMarkProps) {
  const { t } = useTranslation('common')
  const { shape, colour } = STATUS_LOOK[status]
  const said = word ?? t(`status.${status}`)
  return (
    <Box
      component="span"
      title={shapeOnly ? said : undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        verticalAlign: 'middle',
        gap: 2,
        color: `status.${colour}`,
        fontWeight: 550,
      }}
    >
      <StatusShape shape={shape} size={size} />
      <Box component="span" className={shapeOnly ? 'visually-hidden' : undefined}>
        {said}
      </Box>
    </Box>
  )
}
