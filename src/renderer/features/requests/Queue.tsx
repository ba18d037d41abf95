import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { type RowRange, VirtualList } from '@renderer/components'
import { useOrpc } from '@renderer/link'
import { type CertificateRequest, type DeskSummary, QUEUE_SECTIONS, type QueueSection } from '@shared/contract/requests'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useCallback, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryMark, RequestStatusMark, SeverityMark } from './marks'
import { RequestLink } from './RequestLink'
import { useQueuePages } from './useQueuePages'

/** Pixels of a row: name, subject and mark. */
const ROW_HEIGHT = 92

interface QueueProps {
  readonly sections: DeskSummary['sections']
  readonly openId: number | null
  /** Requests whose approval is held. */
  readonly held: ReadonlyMap<number, unknown>
  readonly scroller: RefObject<HTMLElement | null>
}

const NOTHING: RowRange = { from: 0, to: 0 }

/** What waits, in its parts. Of ten thousand requests only those that can be seen are fetched and drawn. */
export function Queue({ sections, openId, held, scroller }: QueueProps) {
  const orpc = useOrpc()
  const [ranges, setRanges] = useState<Partial<Record<QueueSection, RowRange>>>({})
  const begins = (section: QueueSection) =>
    QUEUE_SECTIONS.slice(0, QUEUE_SECTIONS.indexOf(section)).reduce((sum, before) => sum + sections[before], 0)
  const requestAt = useQueuePages(
    QUEUE_SECTIONS.map((section) => {
      const { from, to } = ranges[section] ?? NOTHING
      return { from: begins(section) + from, to: begins(section) + Math.min(to, sections[section]) }
    }),
  )
  const place = useQuery(
    orpc.requests.place.queryOptions({ input: { requestId: openId ?? 0 }, enabled: openId !== null }),
  )
  // Brought into sight when it is opened; what others do to the queue afterwards does not move the list.
  const shown = useRef<{ id: number; index: number } | null>(null)
  const index = place.data?.index ?? null
  if (openId !== null && index !== null && shown.current?.id !== openId) shown.current = { id: openId, index }
  const reveal = shown.current?.id === openId ? shown.current.index : null
  const seen = useCallback(
    (section: QueueSection, range: RowRange) => setRanges((known) => ({ ...known, [section]: range })),
    [],
  )
  return QUEUE_SECTIONS.filter((section) => sections[section] > 0).map((section) => {
    const first = begins(section)
    const own = reveal !== null && reveal >= first && reveal < first + sections[section]
    return (
      <QueuePart
        key={section}
        section={section}
        count={sections[section]}
        scroller={scroller}
        reveal={own ? reveal - first : null}
        onRange={seen}
      >
        {(row) => <QueueRow request={requestAt(first + row)} openId={openId} held={held} />}
      </QueuePart>
    )
  })
}

interface QueuePartProps {
  readonly section: QueueSection
  readonly count: number
  readonly scroller: RefObject<HTMLElement | null>
  readonly reveal: number | null
  readonly onRange: (section: QueueSection, range: RowRange) => void
  readonly children: (index: number) => React.ReactNode
}

function QueuePart({ section, count, scroller, reveal, onRange, children }: QueuePartProps) {
  const { t } = useTranslation('requests')
  const titleId = useId()
  const told = useCallback((range: RowRange) => onRange(section, range), [onRange, section])
  return (
    <section aria-labelledby={titleId}>
      <Typography
        id={titleId}
        component="h2"
        variant="body2"
        sx={{ px: 4, py: 2, color: 'text.secondary', fontWeight: 600, bgcolor: 'background.default' }}
      >
        {t(`queue.${section}`)} <span style={{ fontVariantNumeric: 'tabular-nums' }}>({count})</span>
      </Typography>
      <VirtualList count={count} rowHeight={ROW_HEIGHT} scroller={scroller} reveal={reveal} onRange={told}>
        {children}
      </VirtualList>
    </section>
  )
}

interface QueueRowProps extends Pick<QueueProps, 'openId' | 'held'> {
  readonly request: CertificateRequest | undefined
}

function QueueRow({ request, openId, held }: QueueRowProps) {
  const { t } = useTranslation('requests')
  if (!request) {
    return (
      <Box sx={{ px: 4, py: 3 }}>
        <Skeleton width="60%" />
        <Skeleton width="90%" />
      </Box>
    )
  }
  const mark = () => {
    if (held.has(request.id)) return t('queue.held')
    if (request.firstApproval) return t('queue.half')
    if (request.status === 'pending') return <SeverityMark severity={request.severity} />
    if (request.delivery) return <DeliveryMark state={request.delivery.state} />
    return <RequestStatusMark status={request.status} />
  }
  return <RequestLink request={request} to={`/requests/${request.id}`} open={request.id === openId} mark={mark()} />
}
