import type { StationSecurity } from '@shared/contract/security'
import { AppError } from '@shared/errors'
import type { Site } from '../site'
import { service } from './implementer'

/** How stations prove who they are. */
export function securityService({ access, passwordRotation, stations, upgrades }: Site) {
  const now = (stationId: number): StationSecurity['now'] => {
    const live = stations.connection(stationId)
    if (!live) return null
    const { transport, since, remoteAddress, authenticated, certificateSerialNumber } = live
    const provedBy = !authenticated ? 'nothing' : certificateSerialNumber === undefined ? 'password' : 'certificate'
    return { transport, since, remoteAddress, provedBy }
  }
  return {
    get: service.security.get.handler(({ input }) => {
      if (!stations.record(input.stationId)) throw new AppError('UNKNOWN_STATION')
      return { ...access.of(input.stationId), now: now(input.stationId) }
    }),
    list: service.security.list.handler(() =>
      stations
        .viewAll()
        .filter(({ admission }) => admission === 'admitted')
        .map(({ id }) => ({ stationId: id, ...access.of(id), now: now(id) })),
    ),
    setProfile: service.security.setProfile.handler(({ input, context: { actor } }) =>
      upgrades.setByHand(actor, input.stationId, () => access.setProfile(actor, input.stationId, input.profile)),
    ),
    setPassword: service.security.setPassword.handler(async ({ input, context }) => {
      const { stationId, ...options } = input
      const { password } = await access.setPassword(context.actor, stationId, options)
      return { kind: 'set' as const, password }
    }),
    rotatePassword: service.security.rotatePassword.handler(({ input, context }) =>
      passwordRotation.rotate(context.actor, input.stationId),
    ),
  }
}
