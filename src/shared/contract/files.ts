import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { FILE_KINDS, FILE_TEXT_MAX_LENGTH, SIGNATURE_MAX_LENGTH, SIGNING_CERTIFICATE_MAX_LENGTH } from '../ocpp/file'
import { mayFailWith } from './errors'
import { Id, PageRequest, page, Time } from './feed'

/** A station that was given a link to a firmware. */
export const HandedOut = z.object({
  stationId: Id,
  stationIdentity: z.string(),
  at: Time,
  /** Until then it may fetch it. */
  expiresAt: Time,
  /** When it last fetched it whole; null when it has not. */
  fetchedAt: Time.nullable(),
})
export type HandedOut = z.infer<typeof HandedOut>

/** A firmware that stations fetch, or a log that a station has put here. */
export const StoredFile = z.object({
  id: Id,
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  /** In bytes. */
  size: z.number().int(),
  /** Hexadecimal, lower case. */
  sha256: z.string(),
  createdAt: Time,
  /** Who added it: a person's or script's name, or the identity of the station. */
  actor: z.string(),
  /** Whose log it is; null for firmware. */
  stationId: Id.nullable(),
  stationIdentity: z.string().nullable(),
  /** Number of the request that a log answers, where the station was given one. */
  requestId: z.number().int().nullable(),
  version: z.string(),
  vendor: z.string(),
  model: z.string(),
  note: z.string(),
  /** PEM; with the signature it makes a signed update (1.6 security extension, 2.x L01). */
  signingCertificate: z.string().nullable(),
  /** Base64. */
  signature: z.string().nullable(),
  handedOut: z.array(HandedOut),
})
export type StoredFile = z.infer<typeof StoredFile>

export const FileRef = z.object({ fileId: Id })
const UploadRef = z.object({ uploadId: z.string().max(64) })

const Text = z.string().trim().max(FILE_TEXT_MAX_LENGTH)
const NOTE_MAX_LENGTH = 1_000

export const FirmwareTexts = z.object({
  version: Text.default(''),
  vendor: Text.default(''),
  model: Text.default(''),
  note: z.string().trim().max(NOTE_MAX_LENGTH).default(''),
  signingCertificate: z
    .string()
    .trim()
    .regex(/^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----$/)
    .max(SIGNING_CERTIFICATE_MAX_LENGTH)
    .nullable()
    .default(null),
  signature: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .max(SIGNATURE_MAX_LENGTH)
    .nullable()
    .default(null),
})
export type FirmwareTexts = z.output<typeof FirmwareTexts>

/** A signature is checked with its certificate: one without the other is good for nothing. */
const signedWhole = ({ signingCertificate, signature }: Pick<FirmwareTexts, 'signingCertificate' | 'signature'>) =>
  (signingCertificate === null) === (signature === null)
const OF_SIGNATURE = { path: ['signature'] }

/** 64 hexadecimal digits in any case, as makers publish them. */
const Sha256 = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{64}$/i)
  .toLowerCase()

/** Most characters of one part of a file in base64; hosts take messages of up to 256 KiB. */
const PART_MAX_LENGTH = 180_000

/** A piece of a file, in order. */
export const FilePart = z.object({
  /** Where it begins, in bytes. */
  offset: z.number().int().nonnegative(),
  /** Base64. */
  data: z.string().max(PART_MAX_LENGTH),
})
export type FilePart = z.infer<typeof FilePart>

export const files = {
  find: oc
    .route({ method: 'GET', path: '/files' })
    .input(PageRequest.extend({ group: z.enum(['firmware', 'logs']).optional(), stationId: Id.optional() }))
    .output(page(StoredFile)),

  get: oc
    .route({ method: 'GET', path: '/files/{fileId}' })
    .input(FileRef)
    .output(StoredFile)
    .errors(mayFailWith('UNKNOWN_FILE')),

  /** Removes a file for good. Links to it end; a station that is fetching it at this moment may finish. */
  remove: oc
    .route({ method: 'DELETE', path: '/files/{fileId}' })
    .input(FileRef)
    .output(z.object({ kind: z.enum(['removed', 'already-gone']) })),

  describe: oc
    .route({ method: 'PUT', path: '/files/{fileId}/description' })
    .input(FileRef.extend(FirmwareTexts.shape).refine(signedWhole, OF_SIGNATURE))
    .output(z.object({ kind: z.literal('saved'), file: StoredFile }))
    .errors(mayFailWith('UNKNOWN_FILE')),

  /** The bytes, in order; the reader may break off. */
  read: oc
    .route({ method: 'GET', path: '/files/{fileId}/content' })
    .input(FileRef)
    .output(eventIterator(FilePart))
    .errors(mayFailWith('UNKNOWN_FILE', 'FILE_LOST')),

  /** The beginning of a log that is text, also a gzipped one. */
  text: oc
    .route({ method: 'GET', path: '/files/{fileId}/text' })
    .input(FileRef)
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: z.string(), isWhole: z.boolean(), wasPacked: z.boolean() }),
        z.object({ kind: z.literal('not-text') }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_FILE', 'FILE_LOST')),

  /** Begins to add a firmware; its parts follow with `append`, in order, one at a time. */
  begin: oc
    .route({ method: 'POST', path: '/files/uploads' })
    .input(z.object({ name: z.string().max(1_000), size: z.number().int().positive() }))
    .output(
      z.discriminatedUnion('kind', [
        /** No part may be longer than `partBytes`. */
        z.object({ kind: z.literal('begun'), uploadId: z.string(), partBytes: z.number().int() }),
        z.object({ kind: z.literal('too-large'), maxBytes: z.number().int() }),
        z.object({ kind: z.literal('no-room'), freeBytes: z.number().int() }),
        z.object({ kind: z.literal('too-many') }),
      ]),
    )
    .errors(mayFailWith('STORE_WRITE_FAILED')),

  append: oc
    .route({ method: 'POST', path: '/files/uploads/{uploadId}/parts' })
    .input(UploadRef.extend(FilePart.shape))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('received'), received: z.number().int() }),
        /** Not the part that comes next, or too much: go on at `received`. */
        z.object({ kind: z.literal('out-of-place'), received: z.number().int() }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_UPLOAD', 'STORE_WRITE_FAILED')),

  /** Keeps what was added, once it is whole; with another digest than the expected one all of it is dropped. */
  finish: oc
    .route({ method: 'POST', path: '/files/uploads/{uploadId}/finish' })
    .input(UploadRef.extend({ sha256: Sha256.optional(), ...FirmwareTexts.shape }).refine(signedWhole, OF_SIGNATURE))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('stored'), file: StoredFile }),
        z.object({ kind: z.literal('incomplete'), received: z.number().int(), size: z.number().int() }),
        z.object({ kind: z.literal('other-digest'), sha256: z.string() }),
      ]),
    )
    .errors(mayFailWith('UNKNOWN_UPLOAD', 'STORE_WRITE_FAILED')),

  /** Drops what was added so far. */
  cancel: oc
    .route({ method: 'DELETE', path: '/files/uploads/{uploadId}' })
    .input(UploadRef)
    .output(z.object({ kind: z.enum(['cancelled', 'already-gone']) })),
}
