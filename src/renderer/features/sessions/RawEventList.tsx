import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { CopyText, ErrorState, FactList, LoadingState } from '@renderer/components'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { RawEvent } from '@shared/contract/sessionEvidence'
import { showUnprintable } from '@shared/printable'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

const EVENTS_A_PAGE = 20

/** The messages that a session was made from, exactly as they came, newest first. */
export function RawEventList({ sessionId }: { readonly sessionId: number }) {
  const { t } = useTranslation('sessions')
  const found = useInfiniteQuery(
    useOrpc().sessions.rawEvents.infiniteOptions({
      input: (before: number | null) => ({ sessionId, before, limit: EVENTS_A_PAGE }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    }),
  )
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <LoadingState rows={3} />
  const events = found.data.pages.flatMap(({ entries }) => entries)
  if (events.length === 0) return <Typography color="textSecondary">{t('evidence.none')}</Typography>
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Box
        component="ol"
        aria-label={t('evidence.list')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}
      >
        {events.map((event) => (
          <RawEventItem key={event.id} event={event} />
        ))}
      </Box>
      {found.hasNextPage && (
        <Button
          variant="outlined"
          sx={{ justifySelf: 'start' }}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('evidence.more')}
        </Button>
      )}
    </Box>
  )
}

/** One message: both clocks, its place, what was answered, and its text word for word. */
export function RawEventItem({ event }: { readonly event: RawEvent }) {
  const { t } = useTranslation('sessions')
  const format = useFormat()
  const clock = (at: number) => `${format.date(at)}, ${format.moment(at)}`
  const { action, receivedAt, toldAt, seqNo, frame, reply, problem } = event
  return (
    <Box component="li" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 3, display: 'grid', gap: 2 }}>
      <Typography sx={{ fontWeight: 600 }}>{showUnprintable(action)}</Typography>
      <FactList
        facts={[
          { name: t('evidence.received'), value: clock(receivedAt) },
          { name: t('evidence.told'), value: toldAt === null ? t('evidence.notTold') : clock(toldAt) },
          ...(seqNo === null ? [] : [{ name: t('evidence.place'), value: String(seqNo) }]),
          { name: t('evidence.answer'), value: reply ?? t('evidence.refused') },
          ...(problem === null ? [] : [{ name: t('evidence.problem'), value: problem }]),
        ]}
      />
      <Box
        component="pre"
        tabIndex={0}
        aria-label={t('evidence.frame')}
        sx={{
          m: 0,
          p: 2,
          bgcolor: 'surface.raised',
          borderRadius: 1,
          typography: 'mono',
          fontSize: '0.75rem',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          maxHeight: 160,
          overflow: 'auto',
        }}
      >
        {showUnprintable(frame)}
      </Box>
      <CopyText text={frame} what={t('evidence.frame')} shown={t('evidence.copy')} />
    </Box>
  )
}
