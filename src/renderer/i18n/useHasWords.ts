import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * Whether there are words for what a charger spelt, such as a code of its protocol. `path` leads to the group of words,
 * as in `t`. The English words are not asked: they are not loaded where another language is on screen.
 */
export function useHasWords(): (path: string, spelt: string) => boolean {
  const { i18n } = useTranslation()
  // A name with a dot or colon in it would lead elsewhere.
  return useCallback((path, spelt) => /^[\w-]+$/.test(spelt) && i18n.exists(`${path}.${spelt}`), [i18n])
}
