import { useTranslation } from 'react-i18next'
import type { FieldPlace } from './fieldProps'
import { type FormWords, useFormSurroundings } from './formContext'
import type { Problem } from './readDraft'

/** What stands at a field: its name, its help and what is wrong with it. */
export function useFieldWords({ pointer, path }: FieldPlace, required: boolean, range?: string) {
  const { t } = useTranslation('forms')
  const { formId, words, problems } = useFormSurroundings()
  const problem = problems.get(pointer)
  const label = words.label(path)
  const hint = [words.hint(path), range].filter((part) => part !== undefined && part !== '').join(' ')
  const said = problem === undefined ? hint : problemText(words, path, problem)
  return {
    id: formId + pointer,
    label: required ? label : t('optional', { label }),
    error: problem !== undefined,
    helperText: said,
  }
}

/** What is wrong with a field. What the fields say together is in the hint, where there is one: that is what helps. */
export function problemText(words: FormWords, path: readonly string[], problem: Problem): string {
  return (problem.key === 'conflict' ? words.hint(path) : undefined) ?? words.problem(problem)
}
