import { BooleanField } from './BooleanField'
import { ChoiceField } from './ChoiceField'
import { ChoicesField } from './ChoicesField'
import { textsOf } from './draft'
import type { FieldViewProps } from './fieldProps'
import { useFormSurroundings } from './formContext'
import type { FormSpec } from './formSpec'
import { GroupFields } from './GroupFields'
import { JsonField } from './JsonField'
import { ListField } from './ListField'
import { TextLikeField } from './TextLikeField'
import { problemText } from './useFieldWords'

/** One field, drawn as its kind. */
export function FieldView(props: FieldViewProps) {
  const { spec } = props
  switch (spec.kind) {
    case 'group':
      return <GroupFields {...props} spec={spec} />
    case 'list':
      return <ListField {...props} spec={spec} />
    case 'choice':
      return <ChoiceField {...props} spec={spec} />
    case 'choices':
      return <ChoicesField {...props} spec={spec} />
    case 'boolean':
      return <BooleanField {...props} spec={spec} />
    case 'json':
      return <JsonField {...props} spec={spec} />
    case 'picked':
      return <KindField {...props} field={spec.field} />
    case 'text':
    case 'number':
      return spec.field === null ? (
        <TextLikeField {...props} spec={spec} />
      ) : (
        <KindField {...props} field={spec.field} />
      )
    case 'moment':
      return <TextLikeField {...props} spec={spec} />
    case 'constant':
      return null
  }
}

/** A field of a kind of its own, drawn by who knows it; as plain text or number where nobody does. */
function KindField({ field, ...props }: FieldViewProps & { readonly field: string }) {
  const { formId, words, problems, kinds } = useFormSurroundings()
  const { spec, draft, required, place, beside, onChange } = props
  const Kind = kinds[field]
  const isMany = spec.kind === 'picked'
  if (Kind === undefined) {
    if (spec.kind === 'text' || spec.kind === 'number') return <TextLikeField {...props} spec={spec} />
    const numbers: FormSpec = { kind: 'number', field: null, whole: true, min: 1, max: null, step: null }
    return <ListField {...props} spec={{ kind: 'list', item: numbers, min: 0, max: null }} />
  }
  const problem = problems.get(place.pointer)
  return (
    <Kind
      id={formId + place.pointer}
      label={words.label(place.path)}
      hint={words.hint(place.path)}
      problem={problem && problemText(words, place.path, problem)}
      required={required}
      texts={isMany ? textsOf(draft) : typeof draft === 'string' && draft !== '' ? [draft] : []}
      onChange={(texts) => onChange(isMany ? texts : (texts[0] ?? ''))}
      beside={beside}
    />
  )
}
