import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './StatusMark.module.css'
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
export const StatusMark = memo(function StatusMark({ status, word, shapeOnly = false, size }: StatusMarkProps) {
  const { t } = useTranslation('common')
  const { shape, colour } = STATUS_LOOK[status]
  const said = word ?? t(`status.${status}`)
  return (
    <span
      className={styles.mark}
      style={{ color: `var(--ch-palette-status-${colour})` }}
      title={shapeOnly ? said : undefined}
    >
      <StatusShape shape={shape} size={size} />
      <span className={shapeOnly ? 'visually-hidden' : undefined}>{said}</span>
    </span>
  )
})
