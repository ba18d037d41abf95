import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotice } from './NoticeProvider'

/** Copies a text that is too long to be shown beside its button, and says so; `what` names it in the notice. */
export function useCopy(): (text: string, what: string) => Promise<void> {
  const { t } = useTranslation('common')
  const notice = useNotice()
  return useCallback(
    async (text, what) => {
      try {
        await navigator.clipboard.writeText(text)
        notice({ text: t('copied', { what }) })
      } catch {
        // No clipboard outside of a secure context, or it was denied.
        notice({ text: t('notCopied'), severity: 'warning' })
      }
    },
    [t, notice],
  )
}
