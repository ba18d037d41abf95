import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { CertificateRequest } from '@shared/contract/requests'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryMark, RequestStatusMark, SeverityMark } from './marks'
import { QUEUE_SECTIONS, type QueueSection, sectionOf } from './queueOrder'
import { RequestLink } from './RequestLink'

interface QueueProps {
  readonly queue: readonly CertificateRequest[]
  readonly openId: number | null
  /** Requests whose approval is held. */
  readonly held: ReadonlyMap<number, unknown>
}

/** What waits, in its parts. */
export function Queue({ queue, openId, held }: QueueProps) {
  return QUEUE_SECTIONS.map((section) => {
    const requests = queue.filter((request) => sectionOf(request) === section)
    return (
      requests.length > 0 && (
        <QueuePart key={section} section={section} requests={requests} openId={openId} held={held} />
      )
    )
  })
}

function QueuePart({
  section,
  requests,
  openId,
  held,
}: { section: QueueSection; requests: CertificateRequest[] } & Omit<QueueProps, 'queue'>) {
  const { t } = useTranslation('requests')
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <Typography
        id={titleId}
        component="h2"
        variant="body2"
        sx={{ px: 4, py: 2, color: 'text.secondary', fontWeight: 600, bgcolor: 'background.default' }}
      >
        {t(`queue.${section}`)}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {requests.map((request) => (
          <RequestLink
            key={request.id}
            request={request}
            to={`/requests/${request.id}`}
            open={request.id === openId}
            mark={
              held.has(request.id) ? (
                t('queue.held')
              ) : request.status === 'pending' ? (
                <SeverityMark severity={request.severity} />
              ) : request.delivery ? (
                <DeliveryMark state={request.delivery.state} />
              ) : (
                <RequestStatusMark status={request.status} />
              )
            }
          />
        ))}
      </Box>
    </section>
  )
}
