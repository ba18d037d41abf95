import { type CertificateRequest, type DeskSummary, QUEUE_SECTIONS, type QueueSection } from '@shared/contract/requests'
import type { LiveList } from './live'

function sectionOf({ status, delivery }: CertificateRequest): QueueSection | null {
  if (status === 'pending' || status === 'unreadable') return status
  if (status !== 'approved' || delivery === null || delivery.state === 'accepted') return null
  return delivery.state === 'refused' ? 'refused' : 'on-the-way'
}

/** The queue of the contract over requests in memory. */
export function queueOf(requests: readonly CertificateRequest[]): CertificateRequest[] {
  return QUEUE_SECTIONS.flatMap((section) =>
    requests.filter((request) => sectionOf(request) === section).toSorted((a, b) => a.id - b.id),
  )
}

export function placeOf(requests: readonly CertificateRequest[], requestId: number) {
  const queue = queueOf(requests)
  const index = queue.findIndex(({ id }) => id === requestId)
  if (index < 0) return { index: null, previous: null, next: null }
  return { index, previous: queue[index - 1]?.id ?? null, next: queue[index + 1]?.id ?? null }
}

export function summaryOf(requests: readonly CertificateRequest[]): DeskSummary {
  const count = (section: QueueSection) => requests.filter((request) => sectionOf(request) === section).length
  const green = greenOf(requests)
  return {
    sections: {
      pending: count('pending'),
      unreadable: count('unreadable'),
      refused: count('refused'),
      'on-the-way': count('on-the-way'),
    },
    green: green.length,
    newestGreen: green.at(-1)?.id ?? null,
    halfApproved: requests.filter(({ firstApproval }) => firstApproval !== null).length,
  }
}

export function greenOf(requests: readonly CertificateRequest[]): CertificateRequest[] {
  return requests
    .filter(({ status, severity }) => status === 'pending' && severity === 'ok')
    .toSorted((a, b) => a.id - b.id)
}

/** The numbers of the desk, anew after every change of its queue. */
export async function* summaryFeed(queue: LiveList<CertificateRequest>, signal: AbortSignal | undefined) {
  for await (const _ of queue.feed(signal)) yield summaryOf(queue.list)
}
