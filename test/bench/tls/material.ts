/** What a server with TLS and its callers need: handed over as a file of JSON, all PEM. */
export interface TlsMaterial {
  /** One key for all chargers: what a handshake costs does not depend on whose it is. */
  readonly clientKey: string
  /** A chain for each charger, by its number. */
  readonly clients: readonly string[]
  /** Root and issuing CA. */
  readonly trusted: readonly string[]
  /** For the server that is compared with, signed by the same CA for the same names. */
  readonly server: { readonly key: readonly string[]; readonly cert: readonly string[] }
}
