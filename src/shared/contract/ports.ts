import { oc } from '@orpc/contract'
import { z } from 'zod'
import { mayFailWith } from './errors'
import { Id, latest, Time } from './feed'

/** Types of the key in a server certificate: where the TLS library takes one only, this one is shown. */
export const SHOWN_KEYS = ['ec', 'rsa'] as const
export type ShownKey = (typeof SHOWN_KEYS)[number]

/** Most names and addresses that a manager may add. */
export const EXTRA_NAMES_MAX = 20

/** Why an entry is no name and no address for a certificate. */
export const NAME_PROBLEMS = [
  'empty',
  'with-scheme',
  'with-path',
  'with-port',
  'wildcard',
  'with-zone',
  'any-address',
  'bad-address',
  'bad-name',
  'too-long',
] as const
export type NameProblem = (typeof NAME_PROBLEMS)[number]

/** Names, and IPv4 and IPv6 addresses, under which chargers reach this computer. */
export const ReachedUnder = z.object({ dns: z.array(z.string()), addresses: z.array(z.string()) })

const StationName = z.object({ id: Id, identity: z.string() })

/** How chargers reach this computer: as it is, and as the manager wants it. */
export const PortsState = z.object({
  /** Found on this computer at this moment. */
  found: ReachedUnder,
  /** What the manager added, in their order. */
  extra: z.array(z.string()),
  /** What is shown to those who connect with TLS, and its end; null where no port with TLS is open. */
  certificate: z.object({ names: ReachedUnder, notAfter: Time }).nullable(),
  plain: z.object({
    /** Whether there is to be a port without TLS. */
    wanted: z.boolean(),
    open: z.boolean(),
    /** Where certificates say that they can be checked, which is on that port; null when they don't. */
    publishesAt: z.string().nullable(),
  }),
  oldChargers: z.object({
    /** Whether TLS 1.0 and 1.1 are spoken with chargers of OCPP 1.6. */
    allowed: z.boolean(),
    /** Those that are connected with it now. */
    connected: z.array(StationName.extend({ tlsVersion: z.string() })),
  }),
  keys: z.object({
    /** Whether the TLS library of this program shows both certificates, to each charger the one that it takes. */
    both: z.boolean(),
    /** The one that is shown where it does not. */
    shown: z.enum(SHOWN_KEYS),
  }),
})
export type PortsState = z.infer<typeof PortsState>

const Saved = z.object({ kind: z.literal('saved') })

export const ports = {
  watch: oc.route({ method: 'GET', path: '/ports/watch' }).output(latest(PortsState)),

  /** Adds names and addresses to those that were found. The certificates are renewed, and nobody is disconnected. */
  setNames: oc
    .route({ method: 'PUT', path: '/ports/names' })
    .input(z.object({ extra: z.array(z.string().max(300)).max(EXTRA_NAMES_MAX) }))
    .output(
      z.discriminatedUnion('kind', [
        Saved.extend({ extra: z.array(z.string()) }),
        /** Nothing was changed. */
        z.object({
          kind: z.literal('bad-names'),
          problems: z.array(z.object({ entry: z.string(), problem: z.enum(NAME_PROBLEMS) })),
        }),
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP', 'STORE_WRITE_FAILED')),

  /** Opens or closes the port without TLS. */
  setPlain: oc
    .route({ method: 'PUT', path: '/ports/plain' })
    .input(
      z.object({
        open: z.boolean(),
        /** Closes it also when stations stay away then. */
        confirmed: z.boolean().default(false),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        Saved,
        /** Nothing was changed: these can not come in with TLS as they are set now, or are not known to. */
        z.object({ kind: z.literal('locks-out'), stations: z.array(StationName) }),
        /** Nothing was changed: there would be no port at all. */
        z.object({ kind: z.literal('needs-tls') }),
      ]),
    )
    .errors(mayFailWith('NOT_SET_UP', 'STORE_WRITE_FAILED', 'PORT_IN_USE', 'PORT_FORBIDDEN', 'ADDRESS_NOT_AVAILABLE')),

  /** Speaks TLS 1.0 and 1.1 with chargers of OCPP 1.6, or ends that, and the connections that use it. */
  setOldChargers: oc
    .route({ method: 'PUT', path: '/ports/old-chargers' })
    .input(z.object({ allowed: z.boolean() }))
    .output(Saved)
    .errors(mayFailWith('NOT_SET_UP', 'STORE_WRITE_FAILED')),

  /** Chooses the certificate for TLS libraries that show one only. */
  setShownKey: oc
    .route({ method: 'PUT', path: '/ports/shown-key' })
    .input(z.object({ key: z.enum(SHOWN_KEYS) }))
    .output(Saved)
    .errors(mayFailWith('NOT_SET_UP', 'STORE_WRITE_FAILED')),
}
