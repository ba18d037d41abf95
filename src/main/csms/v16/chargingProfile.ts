import type { StationCommandInput } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { SetChargingProfileRequest } from 'typed-ocpp/dist/ocpp16/types.js'
import type { CommandFacts } from '../../commands/dialect'
import { byOffset } from '../limitPeriods'
import { wireTime } from '../wireTime'

/** What a limit holds for, as 1.6 names it (§7.10). */
export const PURPOSES = {
  station: 'ChargePointMaxProfile',
  'each-session': 'TxDefaultProfile',
  session: 'TxProfile',
} as const

/**
 * A limit as a charging profile (1.6 §7.8). Absolute, with the moment from which it holds: charge points that know
 * nothing else know this one. Connector 0 is the whole charge point.
 */
export function toProfile(
  input: StationCommandInput<'limit-charging'>,
  { number, now, session, replaces }: CommandFacts,
): SetChargingProfileRequest | NotPossible {
  const { scope, evseId, unit, limit, later, phases, validFrom, validUntil, stackLevel, profileId } = input
  const transactionId = scope === 'session' ? Number(session?.transactionId) : undefined
  if (scope === 'session' && (!Number.isInteger(transactionId) || !session?.evseId)) return 'unknown-session'
  if (scope === 'session' && !session?.running) return 'session-over'
  const connectorId = scope === 'station' ? 0 : scope === 'session' ? (session?.evseId ?? 0) : (evseId ?? 0)
  return {
    connectorId,
    csChargingProfiles: {
      chargingProfileId: profileId ?? replaces ?? number,
      transactionId,
      stackLevel,
      chargingProfilePurpose: PURPOSES[scope],
      chargingProfileKind: 'Absolute',
      validFrom: wireTime(validFrom),
      validTo: wireTime(validUntil),
      chargingSchedule: {
        startSchedule: wireTime(validFrom ?? now),
        chargingRateUnit: unit,
        chargingSchedulePeriod: byOffset(limit, later).map((period) => ({
          ...period,
          numberPhases: phases ?? undefined,
        })),
      },
    },
  }
}
