import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'

interface NothingFoundProps {
  readonly title: string
  /** What was looked through, or what there would be to see. */
  readonly children?: ReactNode
  /** Shows everything again. */
  readonly onClear: () => void
}

/** A list in which nothing fits what was searched and chosen, with the way back to all of it. */
export function NothingFound({ title, children, onClear }: NothingFoundProps) {
  const { t } = useTranslation('common')
  return (
    <EmptyState
      title={title}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('actions.clearFilters')}
        </Button>
      }
    >
      {children}
    </EmptyState>
  )
}
