import type { OCPP16 } from 'typed-ocpp'
import type { Purpose } from '../../smart/profiles'
import type { Profile } from '../../smart/schedule'

type Profile16 = OCPP16.SetChargingProfileRequest['csChargingProfiles']

/** Purposes of 1.6 in the words of 2.x. */
export const PURPOSES: Readonly<Record<Profile16['chargingProfilePurpose'], Purpose>> = {
  ChargePointMaxProfile: 'ChargingStationMaxProfile',
  TxDefaultProfile: 'TxDefaultProfile',
  TxProfile: 'TxProfile',
}

/** A profile of 1.6 in the shape of 2.x, in which all are kept. */
export function profile2x(profile: Profile16): Profile {
  const { chargingProfileId, chargingProfilePurpose, chargingSchedule, transactionId, ...same } = profile
  return {
    ...same,
    id: chargingProfileId,
    chargingProfilePurpose: PURPOSES[chargingProfilePurpose],
    ...(transactionId === undefined ? {} : { transactionId: String(transactionId) }),
    chargingSchedule: [{ ...chargingSchedule, id: 1 }],
  }
}
