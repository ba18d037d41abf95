import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { notices } from '@renderer/i18n/en/notices'
import { useHasWords } from '@renderer/i18n/useHasWords'
import type { Notice } from '@shared/contract/notices'
import { showUnprintable } from '@shared/printable'
import { useTranslation } from 'react-i18next'
import { noticeLines } from './noticeFacts'
import { useFactValue } from './useFactValue'

/** What a message is, as a sentence; one without words of its own by its name. */
export function useNoticeTitle(): (action: string) => string {
  const { t } = useTranslation('notices')
  const has = useHasWords()
  const isKnown = (action: string): action is keyof typeof notices.action => has('notices:action', action)
  return (action) => (isKnown(action) ? t(`action.${action}`) : action)
}

/** Longest value that stands in a list, in characters. */
const VALUE_LENGTH = 160

/** What a notice says: what it is, and under it the facts that matter. */
export function NoticeText({ notice }: { readonly notice: Notice }) {
  const title = useNoticeTitle()
  return (
    <Box sx={{ minWidth: 0, whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      <Typography>{title(notice.action)}</Typography>
      <NoticeFacts notice={notice} variant="body2" />
    </Box>
  )
}

interface NoticeFactsProps {
  readonly notice: Notice
  readonly variant: 'body1' | 'body2'
}

/** The facts of a notice that matter, as lines. */
export function useNoticeLines(): (notice: Notice) => string[] {
  const { t } = useTranslation('notices')
  const valueIn = useFactValue()
  return (notice) => {
    const { lines, more } = noticeLines(notice)
    return [
      ...lines.map((line) =>
        line
          .map((fact) => t('named', { name: t(`fact.${fact.name}`), value: cut(showUnprintable(valueIn(fact))) }))
          .join(' · '),
      ),
      ...(more > 0 ? [t('more', { count: more })] : []),
    ]
  }
}

/** The facts of a notice that matter, line by line; nothing for one without any. */
export function NoticeFacts({ notice, variant }: NoticeFactsProps) {
  return useNoticeLines()(notice).map((text, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a notice never change their places
    <Typography key={index} variant={variant} color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
      {text}
    </Typography>
  ))
}

function cut(text: string): string {
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text
}
