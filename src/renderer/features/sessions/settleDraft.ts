import { fromLocalInput } from '@renderer/components/momentField/localInput'
import type { Decision } from '@shared/contract/settling'
import type { SettlementKind } from '@shared/ocpp/session'

/** What stands in the form, as it was typed. */
export interface SettleDraft {
  readonly kind: SettlementKind
  readonly reason: string
  /** In kWh, with point or comma; empty leaves it. */
  readonly energy: string
  /** Date and time of this computer's zone as the field gives it; empty leaves it. */
  readonly end: string
  readonly joinTo: string
}

/** The decision that a form says; null while it says none. */
export function toDecision({ kind, reason: typed, energy, end, joinTo }: SettleDraft): Decision | null {
  const reason = typed.trim()
  if (reason === '') return null
  switch (kind) {
    case 'accepted':
      return { kind, reason }
    case 'joined':
      return joinTo === '' ? null : { kind, reason, joinTo: Number(joinTo) }
    case 'corrected': {
      const kilowattHours = energy.trim() === '' ? null : Number(energy.trim().replace(',', '.'))
      const endedAt = fromLocalInput(end)
      if (endedAt === undefined || (kilowattHours === null && endedAt === null)) return null
      if (kilowattHours !== null && !(kilowattHours >= 0 && kilowattHours <= 1_000_000)) return null
      return { kind, reason, energyWh: kilowattHours === null ? null : kilowattHours * 1_000, endedAt }
    }
  }
}
