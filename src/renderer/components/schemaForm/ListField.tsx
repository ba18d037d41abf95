import AddIcon from '@mui/icons-material/Add'
import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import IconButton from '@mui/material/IconButton'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Draft, entriesOf, newDraft } from './draft'
import { Fieldset } from './Fieldset'
import type { FieldViewProps } from './fieldProps'
import { focusFirstIn } from './focusFirstIn'
import { useFormSurroundings } from './formContext'
import type { FormSpec } from './formSpec'
import { Fields } from './GroupFields'
import { below } from './readDraft'
import { useFieldWords } from './useFieldWords'
import { useNextId } from './useNextId'

type ListSpec = Extract<FormSpec, { kind: 'list' }>

/** Any number of the same, each to be added and taken away; the focus goes along. */
export function ListField({ spec, draft, required, place, onChange }: FieldViewProps<ListSpec>) {
  const { t } = useTranslation('forms')
  const { id, label, error, helperText } = useFieldWords(place, required)
  const { Field } = useFormSurroundings()
  const nextId = useNextId()
  const entries = entriesOf(draft)
  const list = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const moveFocus = useRef<'last' | 'add' | null>(null)

  useEffect(() => {
    const to = moveFocus.current
    moveFocus.current = null
    if (to === 'add') add.current?.focus()
    if (to !== 'last') return
    const last = list.current?.lastElementChild
    focusFirstIn(last instanceof HTMLElement ? last : null)
  })

  const addOne = () => {
    moveFocus.current = 'last'
    onChange([...entries, { id: nextId(), draft: newDraft(spec.item, undefined, nextId) }])
  }
  const remove = (gone: number) => {
    moveFocus.current = 'add'
    const left = entries.filter((entry) => entry.id !== gone)
    // An optional list without entries is left out, not sent empty.
    onChange(left.length === 0 && !required ? undefined : left)
  }
  const change = (which: number, next: Draft) =>
    onChange(entries.map((entry) => (entry.id === which ? { ...entry, draft: next } : entry)))

  const isFull = spec.max !== null && entries.length >= spec.max
  return (
    <Fieldset legend={label}>
      <Box ref={list} sx={{ display: 'grid', gap: 3 }}>
        {entries.map((entry, index) => {
          const entryPlace = { pointer: below(place.pointer, index), path: place.path }
          const part = t('entry', { list: label, number: index + 1 })
          return (
            <Box
              key={entry.id}
              role="group"
              aria-label={part}
              sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                {spec.item.kind === 'group' ? (
                  <Fields
                    spec={spec.item}
                    draft={entry.draft}
                    place={entryPlace}
                    onChange={(next) => change(entry.id, next)}
                  />
                ) : (
                  <Field
                    spec={spec.item}
                    draft={entry.draft}
                    required
                    place={entryPlace}
                    beside={{}}
                    onChange={(next) => change(entry.id, next)}
                  />
                )}
              </Box>
              {entries.length > spec.min && (
                <IconButton size="small" aria-label={t('remove', { part })} onClick={() => remove(entry.id)}>
                  <CloseIcon fontSize="small" />
                </IconButton>
              )}
            </Box>
          )
        })}
      </Box>
      {!isFull && (
        <Button
          ref={add}
          size="small"
          startIcon={<AddIcon />}
          onClick={addOne}
          data-problem={error}
          aria-describedby={`${id}-help`}
          sx={{ mt: entries.length > 0 ? 2 : 0 }}
        >
          {t('addOne', { list: label })}
        </Button>
      )}
      <FormHelperText id={`${id}-help`} error={error}>
        {helperText}
      </FormHelperText>
    </Fieldset>
  )
}
