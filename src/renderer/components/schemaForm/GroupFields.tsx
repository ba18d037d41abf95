import AddIcon from '@mui/icons-material/Add'
import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Draft, isGroup, newDraft } from './draft'
import { Fieldset } from './Fieldset'
import type { FieldViewProps } from './fieldProps'
import { focusFirstIn } from './focusFirstIn'
import { useFormSurroundings } from './formContext'
import type { FormField, FormSpec } from './formSpec'
import { below } from './readDraft'
import { useNextId } from './useNextId'

type GroupSpec = Extract<FormSpec, { kind: 'group' }>

/** Kinds that take a whole row. */
const WIDE = new Set<FormSpec['kind']>(['group', 'list', 'choices', 'json', 'picked'])
/** Kinds that, where they can be left out, are not there until they are added. */
const PARTS = new Set<FormSpec['kind']>(['group', 'list', 'json'])

const isWide = ({ spec }: FormField) =>
  WIDE.has(spec.kind) || (spec.kind === 'text' && ((spec.maxLength ?? 0) > 200 || spec.field === 'longText'))

const isPart = ({ required, spec }: FormField) => !required && PARTS.has(spec.kind)

/** What a part begins with once it is added: a list with its first entry. */
function added(spec: FormSpec, nextId: () => number): Draft {
  if (spec.kind === 'json') return ''
  if (spec.kind !== 'list') return newDraft(spec, undefined, nextId)
  return [{ id: nextId(), draft: newDraft(spec.item, undefined, nextId) }]
}

/** The fields of a group; one inside of another has a frame and a name. */
export function GroupFields(props: FieldViewProps<GroupSpec>) {
  const { place } = props
  const { words } = useFormSurroundings()
  if (place.path.length === 0) return <Fields {...props} />
  return (
    <Fieldset legend={words.label(place.path)}>
      <Fields {...props} />
    </Fieldset>
  )
}

/**
 * The fields themselves. Parts that can be left out stand as buttons in a row below the others until they are added; the
 * focus goes into what was added, and back to its button when it is taken away.
 */
export function Fields({ spec, draft, place, onChange }: Omit<FieldViewProps<GroupSpec>, 'required' | 'beside'>) {
  const { t } = useTranslation('forms')
  const { words, Field } = useFormSurroundings()
  const nextId = useNextId()
  const frame = useRef<HTMLDivElement>(null)
  const moveFocus = useRef<string | null>(null)
  const drafts = isGroup(draft) ? draft : {}
  const fields = spec.fields.filter((field) => field.spec.kind !== 'constant')
  const shown = fields.filter((field) => !isPart(field) || drafts[field.name] !== undefined)
  const left = fields.filter((field) => !shown.includes(field))

  useEffect(() => {
    const name = moveFocus.current
    moveFocus.current = null
    if (name === null) return
    const there = [...(frame.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])]
    focusFirstIn(there.find(({ dataset }) => dataset.part === below(place.pointer, name)) ?? null)
  })

  const set = (name: string, next: Draft) => onChange({ ...drafts, [name]: next })
  const change = (field: FormField, next: Draft) => {
    if (isPart(field) && (next === undefined) !== (drafts[field.name] === undefined)) moveFocus.current = field.name
    set(field.name, next)
  }
  return (
    <Box ref={frame} sx={{ display: 'grid', gap: 3 }}>
      {shown.length > 0 && (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
            gap: 3,
            alignItems: 'start',
          }}
        >
          {shown.map((field) => (
            <Box
              key={field.name}
              data-part={below(place.pointer, field.name)}
              sx={{
                minWidth: 0,
                display: 'flex',
                alignItems: 'flex-start',
                gap: 1,
                ...(isWide(field) ? { gridColumn: '1 / -1' } : {}),
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Field
                  spec={field.spec}
                  draft={drafts[field.name]}
                  required={field.required}
                  place={{ pointer: below(place.pointer, field.name), path: [...place.path, field.name] }}
                  beside={drafts}
                  onChange={(next) => change(field, next)}
                />
              </Box>
              {isPart(field) && (
                <IconButton
                  size="small"
                  aria-label={t('remove', { part: words.label([...place.path, field.name]) })}
                  onClick={() => change(field, undefined)}
                >
                  <CloseIcon fontSize="small" />
                </IconButton>
              )}
            </Box>
          ))}
        </Box>
      )}
      {left.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          {left.map((field) => (
            <Box key={field.name} data-part={below(place.pointer, field.name)}>
              <Button size="small" startIcon={<AddIcon />} onClick={() => change(field, added(field.spec, nextId))}>
                {t('add', { part: words.label([...place.path, field.name]) })}
              </Button>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  )
}
