import AddIcon from '@mui/icons-material/Add'
import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from './draft'
import { focusFirstIn } from './focusFirstIn'
import { type FieldPlace, useFormSurroundings } from './formContext'

interface OptionalPartProps {
  readonly place: FieldPlace
  /** Undefined while the part is left out. */
  readonly draft: Draft
  /** What the part begins with once it is added. */
  readonly empty: Draft
  readonly onChange: (draft: Draft) => void
  readonly children: ReactNode
}

/** A part that can be left out: a button adds it and another takes it away, and the focus goes along. */
export function OptionalPart({ place, draft, empty, onChange, children }: OptionalPartProps) {
  const { t } = useTranslation('forms')
  const { words } = useFormSurroundings()
  const part = words.label(place.path)
  const content = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const moveFocus = useRef(false)
  const isThere = draft !== undefined

  useEffect(() => {
    if (!moveFocus.current) return
    moveFocus.current = false
    if (isThere) focusFirstIn(content.current)
    else add.current?.focus()
  }, [isThere])

  const change = (next: Draft) => {
    moveFocus.current = true
    onChange(next)
  }
  if (!isThere) {
    return (
      <Box>
        <Button ref={add} size="small" startIcon={<AddIcon />} onClick={() => change(empty)}>
          {t('add', { part })}
        </Button>
      </Box>
    )
  }
  return (
    <Box ref={content} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      <IconButton size="small" aria-label={t('remove', { part })} onClick={() => change(undefined)}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  )
}
