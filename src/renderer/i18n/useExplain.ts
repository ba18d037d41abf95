import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type Explanation, explainError } from './explainError'

/** `explainError` in the language on screen. */
export function useExplain(): (error: unknown) => Explanation {
  const { t } = useTranslation()
  return useCallback((error) => explainError(error, t), [t])
}
