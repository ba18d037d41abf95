import type { StationVariable } from '@shared/contract/variables'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** “1 to 600”, or what it can be; null when the station has not said. */
export function useRangeWords(): (variable: StationVariable) => string | null {
  const { t } = useTranslation('variables')
  return useCallback(
    ({ min, max, values }) => {
      if (values !== null) return values.join(', ')
      if (min !== null && max !== null) return t('range.between', { min, max })
      if (min !== null) return t('range.atLeast', { min })
      return max === null ? null : t('range.atMost', { max })
    },
    [t],
  )
}
