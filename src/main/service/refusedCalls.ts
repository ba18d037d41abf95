import type { RefusedCall } from '@shared/contract/refusedCalls'
import type { Site } from '../site'
import type { RefusedCallRow } from '../store/queries/refusedCalls'
import { service } from './implementer'

/** Who was turned away, and which station that was. */
export function refusedCallsService({ refusedCalls, stations }: Site) {
  /** Without an identity there is only the address to go by; of several at one address, nobody knows which it was. */
  const stationOf = ({ identity, remote_address: address }: RefusedCallRow): number | null => {
    if (identity !== null) return stations.find(identity)?.id ?? null
    const there = stations.viewAll().filter(({ remoteAddress }) => remoteAddress === address)
    return there.length === 1 ? (there[0]?.id ?? null) : null
  }
  const view = (row: RefusedCallRow): RefusedCall => ({
    kind: row.kind,
    identity: row.identity,
    stationId: stationOf(row),
    remoteAddress: row.remote_address,
    transport: row.transport,
    reason: row.reason,
    data: JSON.parse(row.detail) as Record<string, string>,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
  })
  return {
    find: service.refusedCalls.find.handler(({ input: { stationId } }) => {
      const calls = refusedCalls.all().map(view)
      return stationId === undefined ? calls : calls.filter((call) => call.stationId === stationId)
    }),
    forget: service.refusedCalls.forget.handler(async ({ input }) => ({
      kind: (await refusedCalls.forget(input.kind)) ? ('forgotten' as const) : ('not-there' as const),
    })),
  }
}
