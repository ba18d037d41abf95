import type { Finding } from '@shared/contract/requests'
import { fillSentence } from '@shared/errors'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A finding in words: the sentence, and why it matters (null when there is nothing more to say). */
export interface FindingWords {
  readonly title: string
  readonly why: string | null
}

/** The words of a finding in the language on screen; a code without words is named, never hidden. */
export function useFindingWords(): (finding: Pick<Finding, 'code' | 'params'>) => FindingWords {
  const { t, i18n } = useTranslation(['requests', 'findings'])
  return useCallback(
    ({ code, params }) => {
      if (!i18n.exists(`findings:${code}.title`)) return { title: t('case.noWords', { code }), why: null }
      // For the types any code without places will do: which one it is, only the server knows. Values are filled in afterwards,
      // because they come from a charger and must never be read as a reference to other words.
      const say = (part: 'title' | 'why') =>
        fillSentence(t(`findings:${code as 'possession-proven'}.${part}`, { skipInterpolation: true }), params)
      return { title: say('title'), why: i18n.exists(`findings:${code}.why`) ? say('why') : null }
    },
    [t, i18n],
  )
}
