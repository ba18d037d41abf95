import type { BackupRun } from '@shared/contract/backup'
import type { UnknownCard } from '@shared/contract/cards'
import type { CertificateRequest } from '@shared/contract/requests'
import type { Station } from '@shared/contract/stations'
import type { Upgrade } from '@shared/contract/upgrades'
import type { Told } from '@shared/told'
import { stepNow } from '../security/upgrade/upgradeTone'

/** Something that waits for a person, and since when. */
export type Decision =
  | {
      readonly kind: 'fault'
      readonly key: string
      readonly at: number
      readonly stationId: number
      readonly identity: string
      readonly evseId: number
      readonly errorCode: string | null
    }
  | { readonly kind: 'station'; readonly key: string; readonly at: number; readonly station: Station }
  | { readonly kind: 'card'; readonly key: string; readonly at: number; readonly card: UnknownCard }
  | { readonly kind: 'request'; readonly key: string; readonly at: number; readonly request: CertificateRequest }
  | { readonly kind: 'upgrade'; readonly key: string; readonly at: number; readonly upgrade: Upgrade }
  | { readonly kind: 'backup'; readonly key: string; readonly at: number; readonly problem: Told }

/** What the overview knows. */
export interface Known {
  readonly stations: readonly Station[]
  readonly unknownCards: readonly UnknownCard[]
  readonly requests: readonly CertificateRequest[]
  /** Those under way. */
  readonly upgrades: readonly Upgrade[]
  /** Last scheduled backup; null before the first. */
  readonly lastBackup: BackupRun | null
}

/** Faults first, then people at chargers, then what can wait a little; within a kind the oldest first. */
const ORDER: readonly Decision['kind'][] = ['fault', 'card', 'station', 'request', 'upgrade', 'backup']

/** Everything that waits for a person. A fault of a station that is offline waits for the station first. */
export function decisionsOf({ stations, unknownCards, requests, upgrades, lastBackup }: Known): Decision[] {
  const decisions: Decision[] = [
    ...stations
      .filter((station) => station.admission === 'admitted' && station.connection.state === 'online')
      .flatMap((station) =>
        station.connectors
          .filter((connector) => connector.status === 'faulted')
          .map(
            (connector): Decision => ({
              kind: 'fault',
              key: `fault-${station.id}-${connector.evseId}-${connector.connectorId}`,
              at: connector.changedAt,
              stationId: station.id,
              identity: station.identity,
              evseId: connector.evseId,
              errorCode: connector.errorCode,
            }),
          ),
      ),
    ...unknownCards.map((card): Decision => ({ kind: 'card', key: `card-${card.id}`, at: card.lastSeenAt, card })),
    ...stations
      .filter((station) => station.admission === 'waiting')
      .map(
        (station): Decision => ({
          kind: 'station',
          key: `station-${station.id}`,
          at: station.firstSeenAt ?? station.lastSeenAt ?? 0,
          station,
        }),
      ),
    ...requests
      .filter((request) => request.status === 'pending')
      .map((request): Decision => ({ kind: 'request', key: `request-${request.id}`, at: request.receivedAt, request })),
    // A certificate request of an upgrade stands among the requests.
    ...upgrades
      .filter((upgrade) => stepNow(upgrade)?.state === 'stuck')
      .map(
        (upgrade): Decision => ({
          kind: 'upgrade',
          key: `upgrade-${upgrade.id}`,
          at: stepNow(upgrade)?.at ?? upgrade.startedAt,
          upgrade,
        }),
      ),
    ...(lastBackup?.problem == null
      ? []
      : [{ kind: 'backup', key: 'backup', at: lastBackup.at, problem: lastBackup.problem } as const]),
  ]
  return decisions.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.at - b.at)
}

/** Whether a station may be among the decisions; most are not. */
export function isAsking({ admission, connectors }: Station): boolean {
  return admission === 'waiting' || connectors.some(({ status }) => status === 'faulted')
}

/** Whether a decision reads as before, also when its station has told something else meanwhile. */
export function isSameDecision(before: Decision, after: Decision): boolean {
  const facts = Object.entries(before)
  return facts.every(([name, value]) => Object.is(value, (after as unknown as Record<string, unknown>)[name]))
}
