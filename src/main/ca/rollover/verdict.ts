import type { RollOverVerdict } from '@shared/contract/rollover'
import type { RootStanding } from '@shared/contract/roots'
import type { SecurityProfile } from '@shared/ocpp/securityProfile'

export interface StationOnTls {
  readonly profile: SecurityProfile
  /** How it is connected now; null when it is not. */
  readonly transport: 'ws' | 'wss' | null
  /** Whether it trusts the new root, by its own report. */
  readonly root: RootStanding
}

/**
 * Whether a station would still connect when only the new root is left. Without TLS there is nothing that it checks
 * (profile 1, and profile 0 as long as it comes that way); with TLS it has to trust the new root, and only its own report
 * counts for that.
 */
export function verdictOf({ profile, transport, root }: StationOnTls): RollOverVerdict {
  if (profile === 1 || (profile === 0 && transport === 'ws')) return 'not-affected'
  switch (root.kind) {
    case 'has':
      return 'ready'
    case 'has-not':
      return 'lacks-root'
    case 'unknown':
      return 'unknown'
  }
}
