import type { FirmwareTexts, StoredFile } from '@shared/contract/files'
import { FILE_TEXT_MAX_LENGTH, SIGNATURE_MAX_LENGTH, SIGNING_CERTIFICATE_MAX_LENGTH } from '@shared/ocpp/file'

/** The description of a firmware as it is typed. */
export interface FirmwareDraft {
  readonly version: string
  readonly vendor: string
  readonly model: string
  readonly note: string
  readonly signingCertificate: string
  readonly signature: string
}

export type FirmwareProblems = Partial<
  Record<'signingCertificate' | 'signature', 'certificate' | 'signature' | 'alone'>
>

/** Most characters of each field, by the contract. */
export const DRAFT_LIMITS: Readonly<Record<keyof FirmwareDraft, number>> = {
  version: FILE_TEXT_MAX_LENGTH,
  vendor: FILE_TEXT_MAX_LENGTH,
  model: FILE_TEXT_MAX_LENGTH,
  note: 1_000,
  signingCertificate: SIGNING_CERTIFICATE_MAX_LENGTH,
  signature: SIGNATURE_MAX_LENGTH,
}

export function draftOf(file: StoredFile | null): FirmwareDraft {
  return {
    version: file?.version ?? '',
    vendor: file?.vendor ?? '',
    model: file?.model ?? '',
    note: file?.note ?? '',
    signingCertificate: file?.signingCertificate ?? '',
    signature: file?.signature ?? '',
  }
}

const CERTIFICATE = /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----$/
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

export type CheckedDraft =
  | { readonly kind: 'good'; readonly texts: FirmwareTexts }
  | { readonly kind: 'bad'; readonly problems: FirmwareProblems }

/** The description as it is sent; a signature is often copied with line breaks in it. */
export function checkDraft(draft: FirmwareDraft): CheckedDraft {
  const signingCertificate = draft.signingCertificate.trim() || null
  const signature = draft.signature.replace(/\s+/g, '') || null
  const problems: FirmwareProblems = {}
  if (signingCertificate === null && signature !== null) problems.signingCertificate = 'alone'
  if (signingCertificate !== null && signature === null) problems.signature = 'alone'
  if (signingCertificate !== null && !CERTIFICATE.test(signingCertificate)) problems.signingCertificate = 'certificate'
  if (signature !== null && (!BASE64.test(signature) || signature.length > SIGNATURE_MAX_LENGTH)) {
    problems.signature = 'signature'
  }
  if (Object.keys(problems).length > 0) return { kind: 'bad', problems }
  const { version, vendor, model, note } = draft
  const texts = { version: version.trim(), vendor: vendor.trim(), model: model.trim(), note: note.trim() }
  return { kind: 'good', texts: { ...texts, signingCertificate, signature } }
}
