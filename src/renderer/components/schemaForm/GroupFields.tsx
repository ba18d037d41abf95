import Box from '@mui/material/Box'
import { type Draft, isGroup, newDraft } from './draft'
import { Fieldset } from './Fieldset'
import { FieldView, type FieldViewProps } from './FieldView'
import { useFormSurroundings } from './formContext'
import type { FormField, FormSpec } from './formSpec'
import { OptionalPart } from './OptionalPart'
import { below } from './readDraft'
import { useNextId } from './useNextId'

type GroupSpec = Extract<FormSpec, { kind: 'group' }>

/** Kinds that take a whole row. */
const WIDE = new Set<FormSpec['kind']>(['group', 'list', 'choices', 'json', 'picked'])

const isWide = ({ spec }: FormField) =>
  WIDE.has(spec.kind) || (spec.kind === 'text' && ((spec.maxLength ?? 0) > 200 || spec.field === 'longText'))

/** The fields of a group; one inside of another has a frame and a name. */
export function GroupFields(props: FieldViewProps<GroupSpec>) {
  const { spec, draft, required, place, onChange } = props
  const { words } = useFormSurroundings()
  const nextId = useNextId()
  if (place.path.length === 0) return <Fields {...props} />
  const framed = (
    <Fieldset legend={words.label(place.path)}>
      <Fields {...props} />
    </Fieldset>
  )
  if (required) return framed
  return (
    <OptionalPart place={place} draft={draft} empty={newDraft(spec, undefined, nextId)} onChange={onChange}>
      {framed}
    </OptionalPart>
  )
}

/** The fields without a frame, for an entry of a list, which has one already. */
export function Fields({ spec, draft, place, onChange }: Omit<FieldViewProps<GroupSpec>, 'required' | 'beside'>) {
  const drafts = isGroup(draft) ? draft : {}
  const set = (name: string, next: Draft) => onChange({ ...drafts, [name]: next })
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
        columnGap: 3,
        rowGap: 3,
        alignItems: 'start',
      }}
    >
      {spec.fields
        .filter((field) => field.spec.kind !== 'constant')
        .map((field) => (
          <Box key={field.name} sx={{ minWidth: 0, ...(isWide(field) ? { gridColumn: '1 / -1' } : {}) }}>
            <FieldView
              spec={field.spec}
              draft={drafts[field.name]}
              required={field.required}
              place={{ pointer: below(place.pointer, field.name), path: [...place.path, field.name] }}
              beside={drafts}
              onChange={(next) => set(field.name, next)}
            />
          </Box>
        ))}
    </Box>
  )
}
