import { oc } from '@orpc/contract'
import { z } from 'zod'
import { INSTALLED_USES } from '../commands/certificates'
import { NOT_POSSIBLE } from '../commands/standing'
import { Command } from './commands'
import { mayFailWith } from './errors'
import { Id, Time } from './feed'
import { StationRef } from './stations'

export type InstalledUse = (typeof INSTALLED_USES)[number]

export const HASH_ALGORITHMS = ['SHA256', 'SHA384', 'SHA512'] as const

/** A trust anchor as a station named it, spelt as it did (CertificateHashData). */
export const ReportedHash = z.object({
  hashAlgorithm: z.enum(HASH_ALGORITHMS),
  issuerNameHash: z.string().max(128),
  issuerKeyHash: z.string().max(128),
  serialNumber: z.string().max(64),
})
export type ReportedHash = z.infer<typeof ReportedHash>

/**
 * What a trust anchor is to this site: one of its roots, the form of one of its roots that another one signed, one that
 * was installed from here, or nothing that is known.
 */
export const AnchorKind = z.enum(['site-root', 'next-root', 'old-root', 'retired-root', 'installed-here', 'unknown'])
export type AnchorKind = z.infer<typeof AnchorKind>

export const TrustAnchor = z.object({
  hash: ReportedHash,
  kind: AnchorKind,
  /** It is one of the site's roots in the form that another root of the site signed. */
  crossSigned: z.boolean(),
  /** Subject and end of the certificate, where it is known; null where only the hashes are. */
  certificate: z.object({ subject: z.string(), notAfter: Time }).nullable(),
  /** Without it the station would not know this server any more. */
  needed: z.boolean(),
})
export type TrustAnchor = z.infer<typeof TrustAnchor>

/** Whether a station trusts one of the site's roots, by its own report. */
export const RootStanding = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['has', 'has-not']), at: Time }),
  /** It never said. */
  z.object({ kind: z.literal('unknown') }),
])
export type RootStanding = z.infer<typeof RootStanding>

/** What a station trusts, as it answered last. */
export const StationRoots = z.object({
  siteRoot: RootStanding,
  /** The root that will take its place; null while there is none. */
  nextRoot: RootStanding.nullable(),
  reports: z.array(z.object({ use: z.enum(INSTALLED_USES), at: Time, anchors: z.array(TrustAnchor) })),
  /** The newest command about its trust anchors: still under way, or how it ended. */
  newest: Command.nullable(),
})
export type StationRoots = z.infer<typeof StationRoots>

/** What became of a command; what the station answers is in the command. */
export const RootCommandOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), commandId: Id }),
  /** It goes out when the station is back. */
  z.object({ kind: z.literal('waiting'), commandId: Id }),
  z.object({ kind: z.literal('offline') }),
  z.object({ kind: z.literal('not-possible'), reason: z.enum(NOT_POSSIBLE) }),
])
export type RootCommandOutcome = z.infer<typeof RootCommandOutcome>

/** Why a certificate is no root that a station could trust. */
export const NO_ROOT_REASONS = [
  'not-one-certificate',
  'too-long',
  'no-ca',
  'not-self-signed',
  'must-not-sign',
  'ended',
  'not-yet-valid',
] as const
export type NoRootReason = (typeof NO_ROOT_REASONS)[number]

/** How the chargers stand that were told something at once. */
export const ManyOutcome = z.object({
  sent: z.number().int().nonnegative(),
  waiting: z.number().int().nonnegative(),
  notPossible: z.number().int().nonnegative(),
})
export type ManyOutcome = z.infer<typeof ManyOutcome>

/** Which of the site's roots: the one that signs, or the one that will take its place. */
export const SiteRootChoice = z.enum(['current', 'next'])
export type SiteRootChoice = z.infer<typeof SiteRootChoice>

const StationFailures = mayFailWith('UNKNOWN_STATION', 'NOT_SET_UP', 'STORE_WRITE_FAILED')

export const roots = {
  /** What a station trusts. Asked again when `revisions.certificates` or `revisions.commands` grows. */
  get: oc
    .route({ method: 'GET', path: '/stations/{stationId}/roots' })
    .input(StationRef)
    .output(StationRoots)
    .errors(StationFailures),

  /** Asks a station for its trust anchors of one kind (M03). */
  ask: oc
    .route({ method: 'POST', path: '/stations/{stationId}/roots/ask' })
    .input(StationRef.extend({ use: z.enum(INSTALLED_USES).default('central-system-root') }))
    .output(RootCommandOutcome)
    .errors(StationFailures),

  /** Installs a root of this site, and asks the station afterwards what it has. One that is offline gets it when it is back. */
  install: oc
    .route({ method: 'POST', path: '/stations/{stationId}/roots/install' })
    .input(StationRef.extend({ root: SiteRootChoice.default('current') }))
    .output(z.union([RootCommandOutcome, z.object({ kind: z.literal('no-such-root') })]))
    .errors(StationFailures),

  /** Installs a root of somebody else; only a true one is sent. */
  installOther: oc
    .route({ method: 'POST', path: '/stations/{stationId}/roots/install-other' })
    .input(StationRef.extend({ use: z.enum(INSTALLED_USES), certificate: z.string().max(20_000) }))
    .output(z.union([RootCommandOutcome, z.object({ kind: z.literal('no-root'), reason: z.enum(NO_ROOT_REASONS) })]))
    .errors(StationFailures),

  /** Takes a trust anchor away, named as the station named it (M04). */
  remove: oc
    .route({ method: 'POST', path: '/stations/{stationId}/roots/remove' })
    .input(
      StationRef.extend({ use: z.enum(INSTALLED_USES), hash: ReportedHash, evenIfNeeded: z.boolean().default(false) }),
    )
    .output(
      z.union([
        RootCommandOutcome,
        /** Nothing was sent: without it the station would not know this server any more. */
        z.object({ kind: z.literal('needed') }),
        /** The station did not name such an anchor. */
        z.object({ kind: z.literal('not-there') }),
      ]),
    )
    .errors(StationFailures),

  /** Asks every admitted station, or gives it a root of this site unless it said that it has it. */
  askAll: oc
    .route({ method: 'POST', path: '/roots/ask-all' })
    .output(ManyOutcome)
    .errors(mayFailWith('NOT_SET_UP', 'STORE_WRITE_FAILED')),
  installAll: oc
    .route({ method: 'POST', path: '/roots/install-all' })
    .input(z.object({ root: SiteRootChoice.default('current') }))
    .output(z.union([ManyOutcome.extend({ kind: z.literal('done') }), z.object({ kind: z.literal('no-such-root') })]))
    .errors(mayFailWith('NOT_SET_UP', 'STORE_WRITE_FAILED')),
}
