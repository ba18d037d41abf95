import type { Draft, DraftGroup } from './draft'
import type { FormSpec } from './formSpec'

/** Where a field stands: `pointer` names it among the problems, `path` among the words. */
export interface FieldPlace {
  readonly pointer: string
  readonly path: readonly string[]
}

/** What every field is drawn with. */
export interface FieldViewProps<Spec extends FormSpec = FormSpec> {
  readonly spec: Spec
  readonly draft: Draft
  readonly required: boolean
  readonly place: FieldPlace
  /** The fields beside it. */
  readonly beside: DraftGroup
  readonly onChange: (draft: Draft) => void
}
