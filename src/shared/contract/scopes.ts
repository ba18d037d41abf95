import type { ApiScope } from './apiTokens'
import type { Contract } from './index'

/** What a script has to be allowed for the calls of a subject. */
interface SubjectScope {
  /** For what only looks; `read` in almost all. */
  readonly look: ApiScope
  /** For what changes something. */
  readonly change: ApiScope
}

const DAILY: SubjectScope = { look: 'read', change: 'operate' }
/** Who is let in, and whom the site believes. */
const TRUST: SubjectScope = { look: 'read', change: 'admin' }
const ADMIN: SubjectScope = { look: 'admin', change: 'admin' }

/** The scopes of all calls, by subject: what changes stations, cards and sessions is daily work, the rest is trust. */
const SUBJECTS: Readonly<Record<keyof Contract, SubjectScope>> = {
  site: TRUST,
  stations: TRUST,
  cards: DAILY,
  cardImport: DAILY,
  localLists: DAILY,
  readers: DAILY,
  sessions: DAILY,
  requests: TRUST,
  deskRules: TRUST,
  approvers: ADMIN,
  certificates: TRUST,
  events: DAILY,
  notices: DAILY,
  variables: DAILY,
  files: DAILY,
  frames: DAILY,
  tolerance: DAILY,
  security: TRUST,
  upgrades: TRUST,
  refusedCalls: DAILY,
  commands: DAILY,
  backup: TRUST,
  devices: TRUST,
  apiTokens: ADMIN,
  desktop: TRUST,
  roots: TRUST,
  rollOver: TRUST,
  ports: TRUST,
  power: DAILY,
}

/** Calls that need more than their subject; null: people at the console only, and no script. */
const CALLS: ReadonlyMap<string, ApiScope | null> = new Map([
  // Any message: also those that lead a charger away, or change whom it believes.
  ['commands.sendAction', 'admin'],
  // The second person is there so that no single one, and no script, decides alone.
  ['approvers.add', null],
  ['approvers.remove', null],
])

/**
 * What a script has to be allowed for a call, by its path in the contract and its HTTP method; null: no script may. A
 * subject that is not known here is for nobody but an administrator.
 */
export function scopeOf(path: readonly string[], method: string | undefined): ApiScope | null {
  const own = CALLS.get(path.join('.'))
  if (own !== undefined) return own
  const [subject = ''] = path
  const scopes = isSubject(subject) ? SUBJECTS[subject] : ADMIN
  return method === 'GET' ? scopes.look : scopes.change
}

function isSubject(subject: string): subject is keyof Contract {
  return Object.hasOwn(SUBJECTS, subject)
}

const RANK: Readonly<Record<ApiScope, number>> = { read: 0, operate: 1, admin: 2 }

/** Whether one scope includes another; none includes null. */
export function includesScope(has: ApiScope, needs: ApiScope | null): boolean {
  return needs !== null && RANK[has] >= RANK[needs]
}
