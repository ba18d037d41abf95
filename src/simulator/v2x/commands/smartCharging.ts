import type * as OCPP21 from 'typed-ocpp/dist/ocpp21/types.js'
import type { CommandPort } from '../../commandPort'
import type { Handlers2x } from './commands'

/** Charging profiles, and what 2.1 does with them while they hold (K01, K08–K10, K16, K18, K21). */
export function smartChargingCommands(
  port: CommandPort,
): Handlers2x<
  | 'SetChargingProfile'
  | 'ClearChargingProfile'
  | 'GetChargingProfiles'
  | 'GetCompositeSchedule'
  | 'UpdateDynamicSchedule'
  | 'UsePriorityCharging'
  | 'NotifyAllowedEnergyTransfer'
  | 'AFRRSignal'
> {
  const runs = (transactionId: string) => port.evses().some(({ session }) => session?.transactionId === transactionId)
  return {
    SetChargingProfile: ({ evseId, chargingProfile }) => {
      const why =
        strictness(port, evseId, chargingProfile) ?? port.profiles.set(evseId, structuredClone(chargingProfile))
      if (why === null) return { payload: { status: 'Accepted' } }
      return { payload: { status: 'Rejected', statusInfo: { reasonCode: why.slice(0, 20) } } }
    },

    ClearChargingProfile: ({ chargingProfileId, chargingProfileCriteria: criteria }) => {
      const cleared = port.profiles.clear({
        id: chargingProfileId,
        // K10: with an id nothing else counts.
        ...(chargingProfileId === undefined
          ? { evseId: criteria?.evseId, purpose: criteria?.chargingProfilePurpose, stackLevel: criteria?.stackLevel }
          : {}),
      })
      return { payload: { status: cleared ? 'Accepted' : 'Unknown' } }
    },

    GetChargingProfiles: ({ requestId, evseId, chargingProfile: criterion }) => {
      // All that came from the server is its own (CSO); a limit from elsewhere has another source.
      const found = port.profiles
        .find({
          ids: criterion.chargingProfileId,
          evseId,
          purpose: criterion.chargingProfilePurpose,
          stackLevel: criterion.stackLevel,
        })
        .filter(({ profile }) => {
          const source = profile.chargingProfilePurpose === 'ChargingStationExternalConstraints' ? 'EMS' : 'CSO'
          return criterion.chargingLimitSource?.includes(source) ?? true
        })
      if (found.length === 0) return { payload: { status: 'NoProfiles' } }
      const afterwards = async () => {
        // K09: one EVSE and one source to a message.
        const ids = [...new Set(found.map((one) => one.evseId))]
        for (const [index, id] of ids.entries()) {
          const [first, ...rest] = found.filter((one) => one.evseId === id).map(({ profile }) => profile)
          if (!first) continue
          const external = first.chargingProfilePurpose === 'ChargingStationExternalConstraints'
          const payload: OCPP21.ReportChargingProfilesRequest = {
            requestId,
            chargingLimitSource: external ? 'EMS' : 'CSO',
            evseId: id,
            chargingProfile: [first, ...rest],
            tbc: index < ids.length - 1,
          }
          await port.tell('ReportChargingProfiles', payload)
        }
      }
      return { payload: { status: 'Accepted' }, afterwards: () => void afterwards() }
    },

    GetCompositeSchedule: ({ duration, chargingRateUnit = 'W', evseId }) => {
      if (evseId !== 0 && !port.hasEvse(evseId)) {
        return { payload: { status: 'Rejected', statusInfo: { reasonCode: 'UnknownEvse' } } }
      }
      const from = port.now()
      const schedule: OCPP21.CompositeScheduleType = {
        evseId,
        duration,
        scheduleStart: from.toISOString(),
        chargingRateUnit,
        chargingSchedulePeriod: port.profiles.composite(evseId, duration, chargingRateUnit, from),
      }
      return { payload: { status: 'Accepted', schedule } }
    },

    UpdateDynamicSchedule: ({ chargingProfileId, scheduleUpdate }) => {
      const updated = port.profiles.updateDynamic(chargingProfileId, scheduleUpdate.limit)
      return { payload: { status: updated ? 'Accepted' : 'Rejected' } }
    },

    UsePriorityCharging: ({ transactionId, activate }) => {
      if (!runs(transactionId)) return { payload: { status: 'Rejected' } }
      return { payload: { status: port.profiles.prefer(transactionId, activate) ? 'Accepted' : 'NoProfile' } }
    },

    // An AC charger: whatever else is allowed, it goes on with AC or not at all.
    NotifyAllowedEnergyTransfer: ({ transactionId, allowedEnergyTransfer }) => {
      const mine = port.settings.phases === 3 ? 'AC_three_phase' : 'AC_single_phase'
      const status = runs(transactionId) && allowedEnergyTransfer.includes(mine) ? 'Accepted' : 'Rejected'
      return { payload: { status } }
    },

    // It takes no part in frequency restoration (V2X, Q06).
    AFRRSignal: () => ({ payload: { status: 'Rejected', statusInfo: { reasonCode: 'UnsupportedRequest' } } }),
  }
}

/** What 2.x demands of a profile beyond 1.6; null: nothing is wrong. */
function strictness(port: CommandPort, evseId: number, profile: OCPP21.ChargingProfileType): string | null {
  const { chargingProfileKind: kind, chargingProfilePurpose: purpose, chargingSchedule, id, stackLevel } = profile
  // K01.FR.03: a profile for a transaction names it.
  if (purpose === 'TxProfile' && !profile.transactionId) return 'MissingParam'
  // K01.FR.40 and 41
  const begins = chargingSchedule.map(({ startSchedule }) => startSchedule !== undefined)
  if ((kind === 'Absolute' || kind === 'Recurring') && begins.includes(false)) return 'InvalidSchedule'
  if (kind === 'Relative' && begins.includes(true)) return 'InvalidSchedule'
  // K01.FR.52 and 53: a level is used for the whole charger or for its EVSEs.
  const clash = port.profiles
    .find({ purpose, stackLevel })
    .some((other) => other.profile.id !== id && (other.evseId === 0) !== (evseId === 0))
  return purpose === 'TxDefaultProfile' && clash ? 'DuplicateProfile' : null
}
