import type { Told } from '@shared/told'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from './tell'

/** `tell` in the language on screen. */
export function useTell(): (told: Told) => string {
  const { t } = useTranslation()
  return useCallback((told) => tell(told, t), [t])
}
