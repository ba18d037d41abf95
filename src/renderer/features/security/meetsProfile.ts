import type { StationSecurity } from '@shared/contract/security'
import type { SecurityProfile } from '@shared/ocpp/securityProfile'

/** Whether a connection may stay when its station is set to a profile. */
export function meetsProfile(profile: SecurityProfile, now: NonNullable<StationSecurity['now']>): boolean {
  switch (profile) {
    case 0:
      return true
    case 1:
      return now.provedBy === 'password' && now.transport === 'ws'
    case 2:
      return now.provedBy === 'password' && now.transport === 'wss'
    case 3:
      return now.provedBy === 'certificate'
  }
}
