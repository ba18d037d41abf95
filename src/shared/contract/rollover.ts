import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Passphrase } from './backup'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'
import { CertificateSummary } from './requests'
import { ManyOutcome, RootStanding } from './roots'
import { Profile } from './security'

export const AUTHORITY_STATES = ['next', 'current', 'old', 'retired'] as const

/**
 * How certificates stand that an issuing CA has signed, how many of each: those that ended by themselves, were revoked, or
 * were refused by their station count no more.
 */
export const SIGNED_STANDINGS = ['valid', 'ends-soon', 'refused', 'ended', 'revoked'] as const
export type SignedStanding = (typeof SIGNED_STANDINGS)[number]
const SignedCounts = z.record(z.enum(SIGNED_STANDINGS), z.number().int().nonnegative())
export type SignedCounts = z.infer<typeof SignedCounts>

/** A root or an issuing CA of one generation. */
export const AuthorityGeneration = CertificateSummary.extend({
  id: Id,
  role: z.enum(['root', 'issuing']),
  /** Counts the roots, and the issuing CAs, from 1. */
  generation: z.number().int().positive(),
  /** next: made and signing nothing yet; current: signs; old: what it signed counts; retired: counts no more. */
  state: z.enum(AUTHORITY_STATES),
  /** Of an issuing CA: the root that signed it. */
  rootId: Id.nullable(),
  /** Where its private key is: on this computer, taken away to a file, or nowhere any more. */
  key: z.enum(['here', 'away', 'erased']),
  keyAwayAt: Time.nullable(),
  /** When it came into its state; null when nobody knows. */
  changedAt: Time.nullable(),
  /** How many certificates of it count; of an issuing CA only. */
  leaves: z.number().int().nonnegative(),
  /** What it has signed, of an issuing CA only. */
  signed: z.object({ stations: SignedCounts, devices: SignedCounts }),
  /** Until when its newest list of revoked certificates is valid; null when there is none. */
  listUntil: Time.nullable(),
  pem: z.string(),
})
export type AuthorityGeneration = z.infer<typeof AuthorityGeneration>

/**
 * Whether a charger would still connect when the old root is gone, by its own report: it trusts the new one; it does not;
 * it never said; or it connects without TLS and is not affected.
 */
export const ROLLOVER_VERDICTS = ['ready', 'lacks-root', 'unknown', 'not-affected'] as const
export type RollOverVerdict = (typeof ROLLOVER_VERDICTS)[number]

export const RollOverStation = z.object({
  stationId: Id,
  identity: z.string(),
  profile: Profile,
  connected: z.boolean(),
  verdict: z.enum(ROLLOVER_VERDICTS),
  /** Whether it trusts the new root; of an issuing CA's roll-over nothing is to be installed. */
  root: RootStanding.nullable(),
  /** Whether its own certificate is of the CA that signs now: `none` when it has none that counts. */
  certificate: z.enum(['new', 'old', 'none']),
})
export type RollOverStation = z.infer<typeof RollOverStation>

/** How far the replacement of an authority is. */
export const RollOverState = z.object({
  authorities: z.array(AuthorityGeneration),
  /** Roots whose keys other roots have certified, for whoever knows only one of them. */
  crossings: z.array(z.object({ subjectId: Id, issuerId: Id })),
  /**
   * none: nothing is replaced; prepared: the new root is made and goes to the chargers; switched: the new one signs, the
   * old one still counts.
   */
  phase: z.enum(['none', 'prepared', 'switched']),
  /** The issuing CA was replaced under the same root, and certificates of the old one still count. */
  issuingReplaced: z.boolean(),
  /** Every charger, while something is replaced; those that would not connect first. */
  stations: z.array(RollOverStation),
  /** Renewals of certificates that are asked for, and those that wait for the manager. */
  renewals: z.object({ left: z.number().int().nonnegative(), waiting: z.number().int().nonnegative() }),
})
export type RollOverState = z.infer<typeof RollOverState>

/** The root's private key where it is not on this computer: the text of its file, and its passphrase. */
export const RootKey = z.object({ file: z.string().max(40_000), passphrase: z.string().max(1_000) })
export type RootKey = z.infer<typeof RootKey>

/** Why the file does not give the root's private key. */
export const ROOT_KEY_REFUSALS = [
  'root-key-wanted',
  'no-key-file',
  'other-root',
  'wrong-passphrase',
  'damaged',
] as const
export type RootKeyRefusal = (typeof ROOT_KEY_REFUSALS)[number]
const KeyRefused = z.object({ kind: z.enum(ROOT_KEY_REFUSALS) })

/** These chargers and devices would not connect any more; nothing was changed. */
const WouldLose = z.object({ kind: z.literal('would-lose'), stations: z.array(z.string()) })
const Done = z.object({ kind: z.literal('done') })
/** What is asked for does not belong to the phase that it is in. */
const NotNow = z.object({ kind: z.literal('not-now') })
const Failures = mayFailWith('NOT_SET_UP', 'KEY_STORE_LOCKED', 'KEY_STORE_DAMAGED', 'STORE_WRITE_FAILED')
const EvenSo = z.object({ evenSo: z.boolean().default(false) })

export const rollOver = {
  get: oc.route({ method: 'GET', path: '/authority' }).output(RollOverState).errors(mayFailWith('NOT_SET_UP')),

  /** Makes a new issuing CA under the same root, that signs from now on; certificates of the old one count until they are renewed. */
  replaceIssuing: oc
    .route({ method: 'POST', path: '/authority/issuing/replace' })
    .input(z.object({ rootKey: RootKey.nullable().default(null) }))
    .output(z.discriminatedUnion('kind', [Done, NotNow, KeyRefused, z.object({ kind: z.literal('root-ended') })]))
    .errors(Failures),

  /** Makes the next root, cross-signed both ways, and an issuing CA under it. Nothing else changes. */
  prepareRoot: oc
    .route({ method: 'POST', path: '/authority/root/prepare' })
    .input(z.object({ rootKey: RootKey.nullable().default(null) }))
    .output(z.discriminatedUnion('kind', [Done, NotNow, KeyRefused, z.object({ kind: z.literal('root-ended') })]))
    .errors(Failures),

  /** Drops the next root again, and has chargers remove it. */
  cancelRoot: oc
    .route({ method: 'POST', path: '/authority/root/cancel' })
    .input(EvenSo)
    .output(z.discriminatedUnion('kind', [Done, NotNow, WouldLose]))
    .errors(Failures),

  /** From now on the next root is the current one. */
  switchRoot: oc
    .route({ method: 'POST', path: '/authority/root/switch' })
    .input(EvenSo)
    .output(z.discriminatedUnion('kind', [Done, NotNow, WouldLose]))
    .errors(Failures),

  /** Ends an authority that signs no more: what it signed counts no more, and chargers are told to forget an old root. */
  retire: oc
    .route({ method: 'POST', path: '/authority/{authorityId}/retire' })
    .input(EvenSo.extend({ authorityId: Id }))
    .output(z.discriminatedUnion('kind', [Done.extend({ told: ManyOutcome }), NotNow, WouldLose]))
    .errors(Failures),

  /** The root with its private key, encrypted, to be kept elsewhere. Nothing changes yet. */
  exportRootKey: oc
    .route({ method: 'POST', path: '/authority/root/key/export' })
    .input(z.object({ passphrase: Passphrase }))
    .output(
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('file'), name: z.string(), text: z.string() }), NotNow]),
    )
    .errors(Failures),

  /** Reads the file back, and erases the private key of the root on this computer. */
  takeRootKeyAway: oc
    .route({ method: 'POST', path: '/authority/root/key/take-away' })
    .input(z.object({ rootKey: RootKey }))
    .output(
      z.discriminatedUnion('kind', [
        /** `scrubbed`: no trace of it is left in the database's files either. */
        Done.extend({ scrubbed: z.boolean(), listUntil: Time }),
        NotNow,
        KeyRefused,
      ]),
    )
    .errors(Failures),

  /** Signs the list of revoked certificates of a root whose key is away. */
  signRootList: oc
    .route({ method: 'POST', path: '/authority/root/list' })
    .input(z.object({ rootKey: RootKey }))
    .output(z.discriminatedUnion('kind', [Done.extend({ listUntil: Time }), NotNow, KeyRefused]))
    .errors(Failures),

  /** Puts the root's private key back on this computer. */
  bringRootKeyBack: oc
    .route({ method: 'POST', path: '/authority/root/key/bring-back' })
    .input(z.object({ rootKey: RootKey }))
    .output(z.discriminatedUnion('kind', [Done, NotNow, KeyRefused]))
    .errors(Failures),
}
