import { useClient } from '@renderer/link'
import type { DeviceMessage } from '@shared/contract/devices'
import { useEffect, useState } from 'react'

/** Messages that stay on screen; older ones make room. */
const KEPT = 200

/** A message with a number of its own, for lists. */
export interface SeenMessage extends DeviceMessage {
  readonly number: number
}

/** One watch: another one of the same filter begins anew. */
export interface Watch {
  readonly filter: string
}

/** Watches what is published under a filter, newest first; null watches nothing. */
export function useMessages(watched: Watch | null) {
  const client = useClient()
  const [messages, setMessages] = useState<readonly SeenMessage[]>([])
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (watched === null) return
    const { filter } = watched
    const stop = new AbortController()
    let number = 0
    const watch = async () => {
      setError(null)
      for await (const message of await client.devices.listen({ filter }, { signal: stop.signal })) {
        number += 1
        const seen = { ...message, number }
        setMessages((before) => [seen, ...before].slice(0, KEPT))
      }
    }
    watch().catch((failure) => {
      if (!stop.signal.aborted) setError(failure)
    })
    return () => {
      stop.abort()
      setMessages([])
    }
  }, [client, watched])
  return { messages, error, clear: () => setMessages([]) }
}
