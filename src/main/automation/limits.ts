/** Every limit of the port for scripts, by name. Times in milliseconds, sizes in bytes. */
export interface ApiLimits {
  /** Longest request body. */
  readonly messageBytes: number
  /** Request line and headers together. */
  readonly headerBytes: number
  /** From the first byte of a request to the end of its headers. */
  readonly headersMs: number
  /** From the first byte of a request to its last. */
  readonly requestMs: number
  /** Connections at once, event streams among them. */
  readonly connections: number
  /** How often it is looked whether the tokens of answers that go on, which feeds do, still count. */
  readonly tokenMs: number
  /** Tokens that may be made, also those that were ended. */
  readonly tokens: number
  /** Calls that only look are written into the audit trail together, this often. */
  readonly auditMs: number
}

export const API_LIMITS: ApiLimits = {
  messageBytes: 256 * 1024,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  connections: 64,
  tokenMs: 1_000,
  tokens: 200,
  auditMs: 60_000,
}
