import { getEventIteratorSchemaDetails, type Meta } from '@orpc/contract'
import type { ProcedureClientInterceptorOptions } from '@orpc/server'
import { needsOf } from '@shared/contract/scopes'
import type { ServiceContext } from '../service/context'

type Options = ProcedureClientInterceptorOptions<ServiceContext, Record<never, never>, Meta>
type Call<Output> = Options & { next(options?: Options): Promise<Output> }

/**
 * Ends a feed as soon as somebody else sits where it was asked for, or nobody, or the same one in another role: what is
 * told was let in for who was there when it began. Only the feed that tells who is there goes on.
 */
export async function feedsOfSeat<Output>(call: Call<Output>): Promise<Output> {
  const { seat } = call.context
  const { route, outputSchema } = call.procedure['~orpc']
  const isFeed = getEventIteratorSchemaDetails(outputSchema) !== undefined
  if (!seat || !isFeed || needsOf(call.path, route.method).right === null) return call.next()
  const { signal } = call
  const ends = seat.signal()
  const output = await call.next({ ...call, signal: signal ? AbortSignal.any([signal, ends]) : ends })
  return isFeedOf(output) ? endedBy(ends, output) : output
}

function isFeedOf<Output>(output: Output): output is Output & AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

/** A file or a backup is read on and on without looking at the signal: what comes after it reaches nobody. */
function endedBy<Feed extends AsyncIterable<unknown>>(ends: AbortSignal, feed: Feed): Feed {
  const iterator = feed[Symbol.asyncIterator]()
  const over = { done: true, value: undefined }
  const stop = async () => {
    await iterator.return?.()
    return over
  }
  const guarded = {
    next: async () => {
      if (ends.aborted) return stop()
      const told = await iterator.next()
      return ends.aborted ? stop() : told
    },
    return: stop,
    [Symbol.asyncIterator]: () => guarded,
  }
  return guarded as AsyncIterable<unknown> as Feed
}
