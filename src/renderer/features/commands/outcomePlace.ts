import type { Command } from '@shared/contract/commands'
import type { commands as words } from '../../i18n/en/commands'

/** A tab of the station's page. */
type Place = keyof typeof words.see

const PLACES: Readonly<Record<string, Place>> = {
  GetLog: 'files',
  GetDiagnostics: 'files',
  GetConfiguration: 'configuration',
  GetBaseReport: 'configuration',
  GetReport: 'configuration',
  GetMonitoringReport: 'reports',
  GetChargingProfiles: 'reports',
  GetDisplayMessages: 'reports',
  CustomerInformation: 'reports',
}

/** Where the outcome of a command stands beside its answer: when all of it has come. Null for none. */
export function outcomePlace({ action, state, outcome }: Pick<Command, 'action' | 'state' | 'outcome'>): Place | null {
  const isThere =
    state === 'accepted' && (outcome === 'succeeded' || (outcome === null && action === 'GetConfiguration'))
  return isThere ? (PLACES[action] ?? null) : null
}
