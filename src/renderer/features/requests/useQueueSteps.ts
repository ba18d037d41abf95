import { isWindowAt } from '@renderer/components/useIsAtDrawn'
import { useClient } from '@renderer/link'
import { useEffect, useRef } from 'react'
import { createPath, useLocation, useNavigate } from 'react-router'

/**
 * Goes through the queue, one request at a time. Steps that come faster than the queue answers are taken one after the
 * other. `failed` is told when the queue can't be asked.
 */
export function useQueueSteps(openId: number | null, failed: (error: unknown) => void) {
  const client = useClient()
  const navigate = useNavigate()
  const address = createPath(useLocation())
  // Where the desk is: the case that lies open, and the address on screen, or the one that the last step led to.
  const at = useRef({ openId, address })
  useEffect(() => {
    at.current = { openId, address }
  }, [openId, address])
  const turn = useRef<Promise<void>>(Promise.resolve())

  const neighbour = async (step: 1 | -1): Promise<number | null> => {
    const requestId = at.current.openId
    const place = requestId === null ? null : await client.requests.place({ requestId })
    if (place?.index != null) return step === 1 ? place.next : place.previous
    const { entries, total } = await client.requests.queue({ offset: 0, limit: 1 })
    if (step === 1 || total < 2) return entries[0]?.id ?? null
    return (await client.requests.queue({ offset: total - 1, limit: 1 })).entries[0]?.id ?? null
  }

  return (step: 1 | -1) => {
    turn.current = turn.current
      .then(() => neighbour(step))
      .then((next) => {
        if (next === null || next === at.current.openId) return
        // Gone elsewhere while the queue was asked.
        if (!isWindowAt(at.current.address)) return
        at.current = { openId: next, address: `/requests/${next}` }
        void navigate(at.current.address)
      })
      .catch(failed)
  }
}
