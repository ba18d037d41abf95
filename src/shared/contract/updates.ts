import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Told } from '../told'
import { Passphrase } from './backup'
import { mayFailWith } from './errors'
import { latest, Time } from './feed'

/** What a version comes as. `source` is the program's source, for a computer that runs it as a service. */
export const PACKAGES = ['nsis', 'dmg', 'appimage', 'deb', 'source'] as const
export type Package = (typeof PACKAGES)[number]

/** Most characters of a signed description: a few hundred bytes and its notes. */
export const SIGNED_MAX_LENGTH = 64 * 1024
/** Most characters of one part of a file in base64; hosts take messages of up to 256 KiB. */
const PART_MAX_LENGTH = 180_000

/** A version whose description was signed by a release key. */
export const Release = z.object({
  version: z.string(),
  releasedAt: Time,
  /** What is new, in plain text; may be empty. */
  notes: z.string(),
  file: z.string(),
  /** In bytes. */
  size: z.number().int(),
})
export type Release = z.infer<typeof Release>

/** A version whose file lies checked on this computer. */
export const ReadyRelease = Release.extend({
  path: z.string(),
  /** What a person types who installs it, one command a line. */
  commands: z.array(z.string()),
})
export type ReadyRelease = z.infer<typeof ReadyRelease>

export const UpdateState = z.object({
  version: z.string(),
  /** The keys that updates have to be signed with. Without one none can be checked, and so none is taken. */
  keys: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The name that a signed description for this program has. */
  signedName: z.string(),
  package: z.enum(PACKAGES),
  /** Whether the program starts the installer itself, after it has closed; else a person types the commands. */
  installs: z.boolean(),
  feed: z.object({
    isOn: z.boolean(),
    /** An https address or a folder. */
    address: z.string(),
    lookedAt: Time.nullable(),
    /** Why the last look found out nothing; null when it did. */
    problem: Told.nullable(),
  }),
  /** Whether the feed is being looked at. */
  looking: z.boolean(),
  /** A newer version that the feed has. */
  found: Release.nullable(),
  /** A file on its way here: from the feed, or from a console. */
  transfer: z
    .object({ from: z.enum(['feed', 'console']), version: z.string(), done: z.number().int(), size: z.number().int() })
    .nullable(),
  ready: ReadyRelease.nullable(),
  installing: z.boolean(),
})
export type UpdateState = z.infer<typeof UpdateState>

const Refused = z.object({ kind: z.literal('refused'), reason: Told })
const Ready = z.object({ kind: z.literal('ready'), release: Release })
const UploadRef = z.object({ uploadId: z.string().max(64) })

/** New versions of this program: by a file that somebody brings, or by a feed. Taken only if signed by a release key. */
export const updates = {
  watch: oc.route({ method: 'GET', path: '/updates/watch' }).output(latest(UpdateState)),

  /** Where to look for new versions once a day: an https address or a whole path of a folder. Off by default. */
  setFeed: oc
    .route({ method: 'PUT', path: '/updates/feed' })
    .input(z.object({ isOn: z.boolean(), address: z.string().trim().max(1_000) }))
    .output(z.discriminatedUnion('kind', [z.object({ kind: z.literal('saved') }), Refused]))
    .errors(mayFailWith('STORE_WRITE_FAILED')),

  /** Looks at the feed now. */
  look: oc
    .route({ method: 'POST', path: '/updates/look' })
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('newer'), release: Release }),
        z.object({ kind: z.enum(['newest', 'off']) }),
        Refused,
      ]),
    )
    .errors(mayFailWith('STORE_WRITE_FAILED')),

  /** Fetches the version that the feed has, and checks it. Answers at its end; `watch` tells how far it has come. */
  fetch: oc
    .route({ method: 'POST', path: '/updates/fetch' })
    .output(z.discriminatedUnion('kind', [Ready, z.object({ kind: z.enum(['nothing', 'cancelled']) }), Refused]))
    .errors(mayFailWith('STORE_WRITE_FAILED')),

  cancelFetch: oc
    .route({ method: 'DELETE', path: '/updates/fetch' })
    .output(z.object({ kind: z.enum(['cancelled', 'already-gone']) })),

  /** Begins to bring a file: its signed description is checked at once. Its parts follow in order, one at a time. */
  begin: oc
    .route({ method: 'POST', path: '/updates/files' })
    .input(
      z.object({
        signed: z.string().max(SIGNED_MAX_LENGTH),
        name: z.string().min(1).max(255),
        size: z.number().int().nonnegative(),
      }),
    )
    .output(
      z.discriminatedUnion('kind', [
        /** No part may be longer than `partBytes`. */
        z.object({ kind: z.literal('begun'), uploadId: z.string(), partBytes: z.number().int() }),
        Refused,
      ]),
    )
    .errors(mayFailWith('STORE_WRITE_FAILED')),

  append: oc
    .route({ method: 'POST', path: '/updates/files/{uploadId}/parts' })
    .input(UploadRef.extend({ offset: z.number().int().nonnegative(), data: z.string().max(PART_MAX_LENGTH) }))
    .output(z.object({ kind: z.enum(['received', 'out-of-place']), received: z.number().int() }))
    .errors(mayFailWith('UNKNOWN_UPLOAD', 'STORE_WRITE_FAILED')),

  /** Checks what has come; a file that is not the signed one is removed. */
  finish: oc
    .route({ method: 'POST', path: '/updates/files/{uploadId}/finish' })
    .input(UploadRef)
    .output(z.discriminatedUnion('kind', [Ready, Refused]))
    .errors(mayFailWith('UNKNOWN_UPLOAD', 'STORE_WRITE_FAILED')),

  cancel: oc
    .route({ method: 'DELETE', path: '/updates/files/{uploadId}' })
    .input(UploadRef)
    .output(z.object({ kind: z.enum(['cancelled', 'already-gone']) })),

  /**
   * Makes a backup, checks the file once more, and hands over to its installer once the program has closed. Where daily
   * backups are set up, the backup is one of those; else it needs a passphrase and stays in the data folder.
   */
  install: oc
    .route({ method: 'POST', path: '/updates/install' })
    .input(z.object({ passphrase: Passphrase.optional() }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({
          /** `leaving`: the program closes now. `stays`: somebody wants it to go on. `by-hand`: the commands are to be typed. */
          kind: z.enum(['leaving', 'stays', 'by-hand']),
          /** The file of the backup; null where there is nothing to back up yet. */
          backup: z.string().nullable(),
        }),
        z.object({ kind: z.enum(['nothing', 'passphrase-needed']) }),
        Refused,
      ]),
    )
    .errors(mayFailWith('BACKUP_FAILED', 'BACKUP_BUSY', 'KEY_STORE_LOCKED', 'KEY_STORE_DAMAGED', 'STORE_WRITE_FAILED')),

  /** Removes the file that lies ready. */
  discard: oc
    .route({ method: 'DELETE', path: '/updates/ready' })
    .output(z.object({ kind: z.enum(['discarded', 'already-gone']) })),
}
