import { useFormat } from '@renderer/i18n/useFormat'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** From here on a latency is said in seconds. */
const SECONDS_FROM_MS = 10_000

/** Words for a latency in milliseconds. */
export function useLatencyWords(): (ms: number) => string {
  const { t } = useTranslation('frames')
  const format = useFormat()
  return useCallback(
    (ms: number) => {
      if (ms === 0) return t('underOneMs')
      if (ms < SECONDS_FROM_MS) return t('ms', { value: format.number(ms) })
      return t('seconds', { value: format.number(Math.round(ms / 100) / 10) })
    },
    [t, format],
  )
}
