import type { RefusedCall, StationSecurity } from '@shared/contract/security'
import { AppError } from '@shared/errors'
import type { Site } from '../site'
import type { RefusedCallRow } from '../store/queries/refusedCalls'
import { service } from './implementer'

/** How stations prove who they are, and who was turned away. */
export function securityService({ access, passwordRotation, refusedCalls, stations }: Site) {
  const now = (stationId: number): StationSecurity['now'] => {
    const live = stations.connection(stationId)
    if (!live) return null
    const { transport, since, remoteAddress, authenticated, certificateSerialNumber } = live
    const provedBy = !authenticated ? 'nothing' : certificateSerialNumber === undefined ? 'password' : 'certificate'
    return { transport, since, remoteAddress, provedBy }
  }
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
    get: service.security.get.handler(({ input }) => {
      if (!stations.record(input.stationId)) throw new AppError('UNKNOWN_STATION')
      return { ...access.of(input.stationId), now: now(input.stationId) }
    }),
    setProfile: service.security.setProfile.handler(({ input, context }) =>
      access.setProfile(context.actor, input.stationId, input.profile),
    ),
    setPassword: service.security.setPassword.handler(async ({ input, context }) => {
      const { stationId, ...options } = input
      return { kind: 'set' as const, password: await access.setPassword(context.actor, stationId, options) }
    }),
    rotatePassword: service.security.rotatePassword.handler(({ input, context }) =>
      passwordRotation.rotate(context.actor, input.stationId),
    ),
    refusedCalls: service.security.refusedCalls.handler(({ input: { stationId } }) => {
      const calls = refusedCalls.all().map(view)
      return stationId === undefined ? calls : calls.filter((call) => call.stationId === stationId)
    }),
    forgetRefusedCalls: service.security.forgetRefusedCalls.handler(async ({ input }) => ({
      kind: (await refusedCalls.forget(input.kind)) ? ('forgotten' as const) : ('not-there' as const),
    })),
  }
}
