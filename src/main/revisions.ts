import type { Revisions } from '@shared/contract/site'
import type { Changes, Subject } from './changes'

/** Which counter grows with which change. An unknown card is a matter of the cards page, the audit trail of the events. */
const COUNTED = {
  station: 'stations',
  card: 'cards',
  unknownCard: 'cards',
  localList: 'cards',
  numberForm: 'readers',
  session: 'sessions',
  request: 'requests',
  deskRule: 'deskRules',
  tariff: 'tariffs',
  approver: 'approvers',
  operator: 'operators',
  certificate: 'certificates',
  trust: 'certificates',
  event: 'events',
  audit: 'events',
  notice: 'notices',
  file: 'files',
  deviceToken: 'devices',
  variables: 'variables',
  command: 'commands',
  tolerance: 'tolerance',
  security: 'security',
  upgrade: 'upgrades',
  refusedCall: 'refusedCalls',
} as const satisfies Partial<Record<Subject, keyof Revisions>>

/** The changes that make a counter grow. */
export const REVISED_SUBJECTS = Object.keys(COUNTED) as readonly (keyof typeof COUNTED)[]

/** Counts changes by subject, from the start of the program. */
export function countRevisions(changes: Changes): () => Revisions {
  const counts = {
    stations: 0,
    cards: 0,
    readers: 0,
    sessions: 0,
    requests: 0,
    deskRules: 0,
    tariffs: 0,
    approvers: 0,
    operators: 0,
    certificates: 0,
    events: 0,
    notices: 0,
    variables: 0,
    files: 0,
    devices: 0,
    commands: 0,
    tolerance: 0,
    security: 0,
    upgrades: 0,
    refusedCalls: 0,
  }
  for (const subject of REVISED_SUBJECTS) {
    changes.on(subject, () => {
      counts[COUNTED[subject]] += 1
    })
  }
  return () => ({ ...counts })
}
