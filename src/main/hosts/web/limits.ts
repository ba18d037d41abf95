/** What the browser host allows. Times in milliseconds, sizes in bytes. */
export interface WebLimits {
  /** Longest request body and WebSocket message; the console's own stay below 10 kB. */
  readonly messageBytes: number
  /** Request line and headers together. */
  readonly headerBytes: number
  /** From the first byte of a request to the end of its headers. */
  readonly headersMs: number
  /** From the first byte of a request to its last. */
  readonly requestMs: number
  /** How long an idle connection stays open for the next request. */
  readonly keepAliveMs: number
  /** Connections at once, WebSockets and event streams among them. */
  readonly connections: number
  /** WebSockets at once; a console uses one a tab. */
  readonly sockets: number
  /** A socket is asked for a sign of life this often, and given up when the next one is due and none came. */
  readonly pingMs: number
  /** Browsers that are signed in at once; the one that has not been seen longest goes first. */
  readonly sessions: number
  /** How long a browser stays signed in after it was last seen. */
  readonly sessionMs: number
  /** How long the link on the terminal works; the one in the data folder works until it is used. */
  readonly printedLinkMs: number
}

export const WEB_LIMITS: WebLimits = {
  messageBytes: 256 * 1024,
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 5_000,
  connections: 128,
  sockets: 32,
  pingMs: 20_000,
  sessions: 32,
  sessionMs: 7 * 24 * 3_600_000,
  printedLinkMs: 15 * 60_000,
}
