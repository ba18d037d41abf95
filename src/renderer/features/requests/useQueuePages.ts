import { useOrpc } from '@renderer/link'
import type { CertificateRequest } from '@shared/contract/requests'
import { useQueries } from '@tanstack/react-query'

/** Requests that are fetched together. */
const PAGE = 50

/** The places of the queue that can be seen, from and to (exclusive), by their number in the whole queue. */
export interface Places {
  readonly from: number
  readonly to: number
}

/** The pages in which places stand. */
export function pagesOf(seen: readonly Places[]): number[] {
  const pages = seen.flatMap(({ from, to }) => {
    if (to <= from) return []
    const first = Math.floor(from / PAGE)
    return Array.from({ length: Math.floor((to - 1) / PAGE) - first + 1 }, (_, index) => first + index)
  })
  return [...new Set(pages)].sort((a, b) => a - b)
}

/** Gives the request at a place of the queue; undefined while it is fetched. Only what is seen is fetched. */
export function useQueuePages(seen: readonly Places[]): (place: number) => CertificateRequest | undefined {
  const orpc = useOrpc()
  const pages = pagesOf(seen)
  const found = useQueries({
    queries: pages.map((page) =>
      // Nothing stands in for a page that is not there yet: it would be another page, at the wrong places.
      orpc.requests.queue.queryOptions({ input: { offset: page * PAGE, limit: PAGE } }),
    ),
  })
  const byPage = new Map(pages.map((page, index) => [page, found[index]?.data?.entries]))
  return (place) => byPage.get(Math.floor(place / PAGE))?.[place % PAGE]
}
