import type { ApiScope } from './apiTokens'
import type { Contract } from './index'
import type { Role } from './operators'

/**
 * What a call takes: looking, the daily work, deciding about certificates, deciding who is let in and whom the site
 * believes. Each includes the ones before. Scopes of scripts and roles of operators both come down to these.
 */
export const RIGHTS = ['read', 'operate', 'certify', 'admin'] as const
export type Right = (typeof RIGHTS)[number]

/** What somebody has to be allowed for a call. */
export interface CallNeeds {
  /** Null: nothing at all, also whoever has not signed in may do it. */
  readonly right: Right | null
  /** People at the console only, and no script. */
  readonly peopleOnly: boolean
}

/** What has to be allowed for the calls of a subject. */
interface SubjectRights {
  /** For what only looks; `read` in almost all. */
  readonly look: Right
  /** For what changes something. */
  readonly change: Right
}

const DAILY: SubjectRights = { look: 'read', change: 'operate' }
/** Requests, certificates, and the authority that signs them. */
const CERTIFICATES: SubjectRights = { look: 'read', change: 'certify' }
/** Who is let in, and whom the site believes. */
const TRUST: SubjectRights = { look: 'read', change: 'admin' }
const ADMIN: SubjectRights = { look: 'admin', change: 'admin' }

/** The rights of all calls, by subject: what changes stations, cards and sessions is daily work, the rest is trust. */
const SUBJECTS: Readonly<Record<keyof Contract, SubjectRights>> = {
  site: TRUST,
  stations: TRUST,
  cards: DAILY,
  cardImport: DAILY,
  localLists: DAILY,
  readers: DAILY,
  sessions: DAILY,
  reports: TRUST,
  tariffs: TRUST,
  requests: CERTIFICATES,
  deskRules: CERTIFICATES,
  // Who decides about requests has to see who else confirms.
  approvers: { look: 'certify', change: 'admin' },
  certificates: CERTIFICATES,
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
  updates: TRUST,
  devices: TRUST,
  apiTokens: ADMIN,
  desktop: TRUST,
  roots: CERTIFICATES,
  rollOver: CERTIFICATES,
  ports: TRUST,
  power: DAILY,
  operators: ADMIN,
  seat: ADMIN,
}

const FOR_ANYONE: CallNeeds = { right: null, peopleOnly: true }
const PEOPLE: CallNeeds = { right: 'admin', peopleOnly: true }

/** Calls that take something else than their subject. */
const CALLS: ReadonlyMap<string, CallNeeds> = new Map([
  // Any message: also those that lead a charger away, or change whom it believes.
  ['commands.sendAction', { right: 'admin', peopleOnly: false }],
  // Printing is a way of looking, of whoever sits at the window; so is the language that it speaks.
  ['reports.print', { right: 'read', peopleOnly: true }],
  ['desktop.speak', { right: 'read', peopleOnly: true }],
  // What runs on this computer from now on is decided by whoever is at the console.
  ['updates.install', PEOPLE],
  // The second person is there so that no single one, and no script, decides alone.
  ['approvers.add', PEOPLE],
  ['approvers.remove', PEOPLE],
  ['approvers.setWanted', PEOPLE],
  // Who may be at the console is decided there, or a stolen token would be worth every PIN.
  ['operators.add', PEOPLE],
  ['operators.change', PEOPLE],
  ['operators.setSecret', PEOPLE],
  ['operators.remove', PEOPLE],
  ['operators.setIdle', PEOPLE],
  // Without these nobody could sign in.
  ['seat.watch', FOR_ANYONE],
  ['seat.signIn', FOR_ANYONE],
  ['seat.lock', FOR_ANYONE],
  ['seat.seen', FOR_ANYONE],
  // The own PIN is everybody's own matter.
  ['seat.setSecret', { right: 'read', peopleOnly: true }],
])

/**
 * What a call takes, by its path in the contract and its HTTP method. A subject that is not known here is for nobody
 * but an administrator.
 */
export function needsOf(path: readonly string[], method: string | undefined): CallNeeds {
  const own = CALLS.get(path.join('.'))
  if (own !== undefined) return own
  const [subject = ''] = path
  const rights = isSubject(subject) ? SUBJECTS[subject] : ADMIN
  return { right: method === 'GET' ? rights.look : rights.change, peopleOnly: false }
}

function isSubject(subject: string): subject is keyof Contract {
  return Object.hasOwn(SUBJECTS, subject)
}

/** The right that a role comes down to. */
export const RIGHT_OF_ROLE: Readonly<Record<Role, Right>> = {
  viewer: 'read',
  operator: 'operate',
  officer: 'certify',
  administrator: 'admin',
}

/** Whether one right includes another. */
export function includesRight(has: Right, needs: Right): boolean {
  return RIGHTS.indexOf(has) >= RIGHTS.indexOf(needs)
}

/** Whether a script may do a call: each scope is the right of that name. */
export function scriptMay(scope: ApiScope, { right, peopleOnly }: CallNeeds): boolean {
  return !peopleOnly && (right === null || includesRight(scope, right))
}

/** Whether an operator of this role may do a call. */
export function roleMay(role: Role, { right }: CallNeeds): boolean {
  return right === null || includesRight(RIGHT_OF_ROLE[role], right)
}
