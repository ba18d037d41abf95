/** A login as `Authorization: Basic` carries it. The password is bytes: some stations put no text there. */
export interface BasicLogin {
  readonly user: string
  readonly password: Uint8Array
}

/** Longest header that is read, in characters: an identity and the longest password have room in it several times. */
const HEADER_MAX = 1_000
const COLON = 0x3a

/** Reads the header (RFC 7617); null when there is none, or it is something else. */
export function readBasic(header: string | undefined): BasicLogin | null {
  if (header === undefined || header.length > HEADER_MAX) return null
  const [, encoded] = /^Basic +([A-Za-z0-9+/_-]+=*) *$/i.exec(header) ?? []
  if (encoded === undefined) return null
  const bytes = Buffer.from(encoded, 'base64')
  // The first one: an identity has none (A00.FR.204), a password may.
  const colon = bytes.indexOf(COLON)
  if (colon < 0) return null
  return { user: bytes.subarray(0, colon).toString('utf8'), password: bytes.subarray(colon + 1) }
}
