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
  return call.next({ ...call, signal: signal ? AbortSignal.any([signal, ends]) : ends })
}
