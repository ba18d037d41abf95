import type { CommandPort } from '../../commandPort'
import { PURPOSES, profile2x } from './chargingProfile'
import type { Handlers16 } from './commands'

/** Smart charging (1.6 §5.5, §5.7, §5.16). */
export function smartChargingCommands(
  port: CommandPort,
): Handlers16<'SetChargingProfile' | 'ClearChargingProfile' | 'GetCompositeSchedule'> {
  return {
    SetChargingProfile: ({ connectorId, csChargingProfiles }) => {
      const profile = profile2x(csChargingProfiles)
      // §5.16.3: the same purpose and level replaces, where 2.x refuses.
      const { chargingProfilePurpose: purpose, stackLevel } = profile
      const [same] = port.profiles.find({ evseId: connectorId, purpose, stackLevel })
      if (same && same.profile.id !== profile.id) port.profiles.clear({ id: same.profile.id })
      return { payload: { status: port.profiles.set(connectorId, profile) === null ? 'Accepted' : 'Rejected' } }
    },

    ClearChargingProfile: ({ id, connectorId, chargingProfilePurpose, stackLevel }) => {
      const purpose = chargingProfilePurpose && PURPOSES[chargingProfilePurpose]
      const cleared = port.profiles.clear({ id, evseId: connectorId, purpose, stackLevel })
      return { payload: { status: cleared ? 'Accepted' : 'Unknown' } }
    },

    GetCompositeSchedule: ({ connectorId, duration, chargingRateUnit = 'W' }) => {
      if (connectorId !== 0 && !port.hasEvse(connectorId)) return { payload: { status: 'Rejected' } }
      const from = port.now()
      return {
        payload: {
          status: 'Accepted',
          connectorId,
          scheduleStart: from.toISOString(),
          chargingSchedule: {
            duration,
            chargingRateUnit,
            chargingSchedulePeriod: port.profiles.composite(connectorId, duration, chargingRateUnit, from),
          },
        },
      }
    },
  }
}
