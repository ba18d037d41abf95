/** Longest client id: it becomes a common name (RFC 5280 ub-common-name). */
export const CLIENT_ID_MAX_LENGTH = 64

const CLIENT_ID = /^[A-Za-z0-9][A-Za-z0-9._:=@-]*$/

/**
 * Whether a text can name a device. It stands in certificates and as one level of topics, so it has none of the signs that
 * mean something there (`/`, `+`, `#`, `$`), and nothing that two programs may write differently.
 */
export function isClientId(text: string): boolean {
  return text.length <= CLIENT_ID_MAX_LENGTH && CLIENT_ID.test(text)
}
