import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { DetailDrawer, ErrorState, FactList, LoadingState, RelativeTime, Section } from '@renderer/components'
import { useCopy } from '@renderer/components/useCopy'
import { useOrpc } from '@renderer/link'
import type { Notice } from '@shared/contract/notices'
import { showUnprintable } from '@shared/printable'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NoticeFacts, useNoticeTitle } from './NoticeText'

interface NoticeDrawerProps {
  readonly noticeId: number
  readonly onClose: () => void
}

/** One notice: what it says in words, and the message as it came. */
export function NoticeDrawer({ noticeId, onClose }: NoticeDrawerProps) {
  const { t } = useTranslation('notices')
  const orpc = useOrpc()
  const found = useQuery(orpc.notices.get.queryOptions({ input: { noticeId } }))
  if (found.data?.notice) return <Detail notice={found.data.notice} onClose={onClose} />
  return (
    <DetailDrawer title={t('detail.title')} onClose={onClose}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <LoadingState rows={5} />}
      {found.data !== undefined && <Typography>{t('detail.gone')}</Typography>}
    </DetailDrawer>
  )
}

function Detail({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const { t } = useTranslation('notices')
  const title = useNoticeTitle()
  const copy = useCopy()
  const text = JSON.stringify(notice.payload, null, 2)
  // Line by line: the ends of the lines are what can't be seen, and are meant.
  const shown = text.split('\n').map(showUnprintable).join('\n')
  return (
    <DetailDrawer
      title={title(notice.action)}
      subtitle={showUnprintable(notice.stationIdentity)}
      onClose={onClose}
      actions={
        <Button variant="outlined" onClick={() => void copy(text, t('detail.copy'))}>
          {t('detail.copyButton')}
        </Button>
      }
    >
      <Section title={t('detail.facts')}>
        <NoticeFacts notice={notice} variant="body1" />
        <Box sx={{ mt: 4 }}>
          <FactList
            facts={[
              { name: t('detail.received'), value: <RelativeTime at={notice.receivedAt} /> },
              { name: t('detail.topic'), value: t(`topic.${notice.topic}`) },
              { name: t('detail.action'), value: notice.action },
              ...(notice.requestId === null ? [] : [{ name: t('detail.request'), value: String(notice.requestId) }]),
            ]}
          />
        </Box>
      </Section>
      <Section title={t('detail.payload')}>
        <Typography
          component="pre"
          variant="mono"
          tabIndex={0}
          sx={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {shown}
        </Typography>
      </Section>
    </DetailDrawer>
  )
}
