import type { CertificateRequest } from '@shared/contract/requests'

export const QUEUE_SECTIONS = ['pending', 'unreadable', 'refused', 'onTheirWay'] as const
export type QueueSection = (typeof QUEUE_SECTIONS)[number]

/** Which part of the queue a request stands in; null when it does not wait for anything. */
export function sectionOf(request: Pick<CertificateRequest, 'status' | 'delivery'>): QueueSection | null {
  switch (request.status) {
    case 'pending':
      return 'pending'
    case 'unreadable':
      return 'unreadable'
    case 'approved':
      if (request.delivery?.state === 'accepted') return null
      return request.delivery?.state === 'refused' ? 'refused' : 'onTheirWay'
    case 'rejected':
      return null
  }
}

/** The queue as it is drawn: what waits for a person first, and who came first stands first in each part. */
export function queueOrder(requests: readonly CertificateRequest[]): CertificateRequest[] {
  const rank = (request: CertificateRequest) => {
    const section = sectionOf(request)
    return section === null ? -1 : QUEUE_SECTIONS.indexOf(section)
  }
  return requests
    .filter((request) => rank(request) >= 0)
    .sort((a, b) => rank(a) - rank(b) || a.receivedAt - b.receivedAt || a.id - b.id)
}

/** The neighbour to go to from `current`: the first when none is open, and it stays where the queue ends. */
export function neighbour(queue: readonly { id: number }[], current: number | null, step: 1 | -1): number | null {
  if (queue.length === 0) return null
  const at = queue.findIndex(({ id }) => id === current)
  if (at < 0) return (step === 1 ? queue[0] : queue[queue.length - 1])?.id ?? null
  return queue[Math.min(Math.max(at + step, 0), queue.length - 1)]?.id ?? null
}
