import type { StationCommandInput } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { SetChargingProfileRequest } from 'typed-ocpp/dist/ocpp20/types.js'
import type { CommandFacts } from '../../commands/dialect'
import { byOffset } from '../limitPeriods'
import { wireTime } from '../wireTime'

/** What a limit holds for, as 2.x names it. */
export const PURPOSES = {
  station: 'ChargingStationMaxProfile',
  'each-session': 'TxDefaultProfile',
  session: 'TxProfile',
} as const

/**
 * A limit as a charging profile (K01). Absolute, with the moment from which it holds: a limit of the station may not be
 * relative (K01.FR.38). EVSE 0 is every EVSE; a limit of one session names both its EVSE and the transaction
 * (K01.FR.03, FR.16).
 */
export function toProfile(
  input: StationCommandInput<'limit-charging'>,
  { number, now, session, replaces }: CommandFacts,
): SetChargingProfileRequest | NotPossible {
  const { scope, evseId, unit, limit, later, phases, validFrom, validUntil, stackLevel, profileId } = input
  if (scope === 'session' && !session?.evseId) return 'unknown-session'
  // K01.FR.09: a limit of one session wants it to run.
  if (scope === 'session' && !session?.running) return 'session-over'
  const id = profileId ?? replaces ?? number
  return {
    evseId: scope === 'station' ? 0 : scope === 'session' ? (session?.evseId ?? 0) : (evseId ?? 0),
    chargingProfile: {
      id,
      stackLevel,
      chargingProfilePurpose: PURPOSES[scope],
      chargingProfileKind: 'Absolute',
      validFrom: wireTime(validFrom),
      validTo: wireTime(validUntil),
      transactionId: scope === 'session' ? session?.transactionId : undefined,
      chargingSchedule: [
        {
          id,
          startSchedule: wireTime(validFrom ?? now),
          chargingRateUnit: unit,
          chargingSchedulePeriod: byOffset(limit, later).map((period) => ({
            ...period,
            numberPhases: phases ?? undefined,
          })),
        },
      ],
    },
  }
}
