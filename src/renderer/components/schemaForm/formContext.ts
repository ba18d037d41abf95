import { type ComponentType, createContext, useContext } from 'react'
import type { DraftGroup } from './draft'
import type { FieldViewProps } from './fieldProps'
import type { Problem, Problems } from './readDraft'

/** The words of a form. Paths are the names of the fields from the outside in, without the numbers of lists. */
export interface FormWords {
  label(path: readonly string[]): string
  /** What helps to fill it in; undefined for nothing. */
  hint(path: readonly string[]): string | undefined
  choice(path: readonly string[], option: string): string
  problem(problem: Problem): string
}

/** What a field of a kind of its own is drawn with, such as a choice of the station's EVSEs. */
export interface KindFieldProps {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  /** What is wrong, as a sentence; undefined for nothing. */
  readonly problem: string | undefined
  readonly required: boolean
  /** As it was typed, or what was picked. */
  readonly texts: readonly string[]
  readonly onChange: (texts: readonly string[]) => void
  /** The fields beside it: which connectors there are depends on the EVSE. */
  readonly beside: DraftGroup
}

export interface FormSurroundings {
  readonly formId: string
  readonly words: FormWords
  readonly problems: Problems
  /** How fields that hold something of the site are drawn; a kind that is not in it is drawn as its plain type. */
  readonly kinds: Readonly<Record<string, ComponentType<KindFieldProps>>>
  /** Draws a field of any kind: groups and lists, which it draws too, have others inside of them. */
  readonly Field: ComponentType<FieldViewProps>
}

export const FormContext = createContext<FormSurroundings | null>(null)

/** What surrounds the fields of a form; throws outside of a SchemaForm. */
export function useFormSurroundings(): FormSurroundings {
  const found = useContext(FormContext)
  if (found === null) throw new Error('A field needs a SchemaForm around it')
  return found
}
