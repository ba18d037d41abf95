import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormWords } from './formContext'
import { humanise } from './humanise'

/**
 * The words of a form that shows the protocol's own names: they are the field's terms, so that they are only made
 * readable. What the site says in its own words overrides them.
 */
export function useFormWords(own: Partial<Omit<FormWords, 'problem'>> = {}): FormWords {
  const { t } = useTranslation('forms')
  const { label, hint, choice } = own
  return useMemo(
    () => ({
      label: label ?? ((path) => humanise(path.at(-1) ?? '')),
      hint: hint ?? (() => undefined),
      choice: choice ?? ((_path, option) => option),
      problem: (problem) => {
        switch (problem.key) {
          case 'said':
            return problem.sentence
          case 'tooSmall':
          case 'tooFew':
          case 'tooShort':
            return t(`problem.${problem.key}`, { min: problem.min })
          case 'tooLarge':
          case 'tooMany':
            return t(`problem.${problem.key}`, { max: problem.max })
          case 'tooFine':
            return t('problem.tooFine', { step: problem.step })
          case 'tooLong':
            return t('problem.tooLong', { max: problem.max, length: problem.length })
          default:
            return t(`problem.${problem.key}`)
        }
      },
    }),
    [t, label, hint, choice],
  )
}
