import { useTranslation } from 'react-i18next'
import { type FieldPlace, useFormSurroundings } from './formContext'

/** What stands at a field: its name, its help and what is wrong with it. */
export function useFieldWords({ pointer, path }: FieldPlace, required: boolean, range?: string) {
  const { t } = useTranslation('forms')
  const { formId, words, problems } = useFormSurroundings()
  const problem = problems.get(pointer)
  const label = words.label(path)
  const hint = [words.hint(path), range].filter((part) => part !== undefined && part !== '').join(' ')
  return {
    id: formId + pointer,
    label: required ? label : t('optional', { label }),
    error: problem !== undefined,
    helperText: problem === undefined ? hint : words.problem(problem),
  }
}
