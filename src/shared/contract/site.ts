import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CONTROL } from '../printable'
import { Told } from '../told'
import { mayFailWith } from './errors'
import { latest } from './feed'
import { ReaderState } from './readers'

/** Where stations can reach this server. */
export const ListenerState = z.object({
  /** The address the listener is bound to, such as `ws://0.0.0.0:9000`, `wss://0.0.0.0:8443` or `mqtts://0.0.0.0:8883`. */
  url: z.string(),
  /** What to type into a charger: one URL per network address of this computer, without the identity. */
  reachableAt: z.array(z.string()),
})

/** Who protects the private keys on disk. */
export const KEY_STORE_KINDS = ['system', 'key-file', 'passphrase'] as const

export const SiteState = z.object({
  /** `setup` until the first run has been finished; no station is listened to before. */
  phase: z.enum(['setup', 'running']),
  name: z.string(),
  organisation: z.string(),
  version: z.string(),
  demo: z.boolean(),
  /** The one without TLS first, one for MQTT alone last. */
  listeners: z.array(ListenerState),
  /** Why nothing is listened for with TLS, as a sentence; null when it is, or when none is wanted. */
  tlsProblem: Told.nullable(),
  keyStore: z.object({ kind: z.enum(KEY_STORE_KINDS) }),
  reader: ReaderState,
  /** A USB reader was plugged into this computer at some time: that none can be used is news for somebody then. */
  readerSeen: z.boolean(),
  stations: z.object({ admitted: z.number().int(), connected: z.number().int() }),
  /** What waits for a person, as the rail shows it. */
  waiting: z.object({
    stations: z.number().int(),
    requests: z.number().int(),
    unknownCards: z.number().int(),
  }),
  /** The three figures of the overview; "today" starts at midnight of this computer's time zone. */
  today: z.object({ powerW: z.number(), energyWh: z.number(), sessions: z.number().int() }),
})
export type SiteState = z.infer<typeof SiteState>

/** Longest X.520 organizationName (RFC 5280 ub-organization-name). */
export const ORGANISATION_MAX_LENGTH = 64

const Name = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !CONTROL.test(text))

export const SetUpRequest = z.object({
  siteName: Name(80),
  /** Becomes the O of every certificate of this site. */
  organisation: Name(ORGANISATION_MAX_LENGTH),
})

/** Counters that grow with every change of a subject: a screen that shows a page of it asks again when its grows. */
export const Revisions = z.object({
  stations: z.number().int(),
  cards: z.number().int(),
  readers: z.number().int(),
  sessions: z.number().int(),
  requests: z.number().int(),
  deskRules: z.number().int(),
  tariffs: z.number().int(),
  approvers: z.number().int(),
  operators: z.number().int(),
  certificates: z.number().int(),
  events: z.number().int(),
  notices: z.number().int(),
  variables: z.number().int(),
  commands: z.number().int(),
  tolerance: z.number().int(),
  security: z.number().int(),
  upgrades: z.number().int(),
  refusedCalls: z.number().int(),
  files: z.number().int(),
  devices: z.number().int(),
})
export type Revisions = z.infer<typeof Revisions>

export const site = {
  watch: oc.route({ method: 'GET', path: '/site/watch' }).output(latest(SiteState)),
  revisions: oc.route({ method: 'GET', path: '/site/revisions' }).output(latest(Revisions)),
  /** The time zone whose days and months the site's sums and reports have, by its IANA name: that of its computer. */
  clock: oc.route({ method: 'GET', path: '/site/clock' }).output(z.object({ timeZone: z.string() })),
  setUp: oc
    .route({ method: 'POST', path: '/site/set-up' })
    .input(SetUpRequest)
    .output(z.object({ kind: z.literal('done') }))
    .errors(
      mayFailWith('ALREADY_SET_UP', 'PORT_IN_USE', 'ADDRESS_NOT_AVAILABLE', 'PORT_FORBIDDEN', 'STORE_WRITE_FAILED'),
    ),
}
