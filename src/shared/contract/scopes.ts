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

/**
 * What a script has to be allowed for a call, by its path in the contract and its HTTP method. A subject that is not
 * known here is for nobody but an administrator.
 */
export function scopeOf(path: readonly string[], method: string | undefined): ApiScope {
  const [subject = ''] = path
  const scopes = isSubject(subject) ? SUBJECTS[subject] : ADMIN
  return method === 'GET' ? scopes.look : scopes.change
}

function isSubject(subject: string): subject is keyof Contract {
  return Object.hasOwn(SUBJECTS, subject)
}

const RANK: Readonly<Record<ApiScope, number>> = { read: 0, operate: 1, admin: 2 }

/** Whether one scope includes another. */
export function includesScope(has: ApiScope, needs: ApiScope): boolean {
  return RANK[has] >= RANK[needs]
}
