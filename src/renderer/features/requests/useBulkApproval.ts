import { useClient } from '@renderer/link'
import type { BulkProgress, SecondPerson } from '@shared/contract/requests'
import { useEffect, useRef, useState } from 'react'

type Results = Extract<BulkProgress, { kind: 'progress' }>['results']

/** How far the approval of many is. */
export type BulkRun =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running' | 'ended' | 'stopped'
      readonly total: number
      readonly done: number
      /** In the order of their signing. */
      readonly results: Results
    }
  | { readonly kind: 'second-refused'; readonly waitMs: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly results: Results }

/** Approves all that is green, piece by piece, until it is done or stopped. Leaving the page stops it as well. */
export function useBulkApproval() {
  const client = useClient()
  const [run, setRun] = useState<BulkRun>({ kind: 'none' })
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const start = async (upTo: number, second: SecondPerson | undefined) => {
    const stopping = new AbortController()
    abort.current = stopping
    let results: Results = []
    setRun({ kind: 'running', total: 0, done: 0, results })
    try {
      const input = { upTo, ...(second === undefined ? {} : { second }) }
      const events = await client.requests.approveGreen(input, { signal: stopping.signal })
      let last = { total: 0, done: 0 }
      for await (const event of events) {
        if (event.kind === 'second-refused') return setRun(event)
        results = [...results, ...event.results]
        last = { total: event.total, done: event.done }
        setRun({ kind: 'running', ...last, results })
      }
      setRun({ kind: last.done < last.total ? 'stopped' : 'ended', ...last, results })
    } catch (error) {
      setRun((known) =>
        stopping.signal.aborted && 'total' in known
          ? { ...known, kind: 'stopped' }
          : { kind: 'failed', error, results },
      )
    }
  }

  return {
    run,
    start: (upTo: number, second: SecondPerson | undefined) => void start(upTo, second),
    stop: () => abort.current?.abort(),
    reset: () => setRun({ kind: 'none' }),
  }
}
export type BulkApproval = ReturnType<typeof useBulkApproval>
