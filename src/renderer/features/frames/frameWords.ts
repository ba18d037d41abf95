import type { Frame } from '@shared/contract/frames'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

const BAD_FRAMES = ['unreadable', 'unknown-type', 'malformed-call', 'malformed-answer', 'malformed-send'] as const

/** What a frame is called: its action, and what kind of message it is. */
export function useFrameName(): (frame: Pick<Frame, 'kind' | 'action'>) => string {
  const { t } = useTranslation('frames')
  return useCallback(({ kind, action }) => (action === null ? t(`alone.${kind}`) : t(`kind.${kind}`, { action })), [t])
}

/** What was said about a problem: sentences of the console where they exist, else the other side's own words. */
export function useFinding(): (frame: Pick<Frame, 'problem' | 'detail'>) => string | null {
  const { t } = useTranslation('frames')
  return useCallback(
    ({ problem, detail }) => {
      if (problem === null) return null
      const known = BAD_FRAMES.find((each) => each === detail)
      const said = known === undefined ? detail : t(`badFrame.${known}`)
      return said === null || said === '' ? t(`meaning.${problem}`) : `${t(`meaning.${problem}`)} ${said}`
    },
    [t],
  )
}
