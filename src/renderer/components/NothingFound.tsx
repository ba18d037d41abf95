import Button from '@mui/material/Button'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'
import { focusSearch } from './focusSearch'

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
  const clear = ({ currentTarget }: MouseEvent) => {
    // The button goes with what it was for; the next search begins where the last one stood.
    focusSearch(currentTarget.closest('[role="dialog"], main'))
    onClear()
  }
  return (
    <EmptyState
      title={title}
      action={
        <Button variant="outlined" onClick={clear}>
          {t('actions.clearFilters')}
        </Button>
      }
    >
      {children}
    </EmptyState>
  )
}
