/** Every limit of looking for new versions and taking them. Times in milliseconds, sizes in bytes. */
export interface UpdateLimits {
  /** A feed is looked at by itself so often at most, over restarts, too. */
  readonly feedEveryMs: number
  /** How often it is looked whether that is due. */
  readonly lookEveryMs: number
  /** A feed that says nothing for so long is given up. */
  readonly silenceMs: number
  /** How often an address may lead to another one. */
  readonly redirects: number
  /** Largest file of a version; its description says its size beforehand. */
  readonly fileBytes: number
  /** Room that is left on the disk for the ledger. */
  readonly freeBytesKept: number
  /** Largest part of a file in one message from the console, before it is written as base64. */
  readonly partBytes: number
}

const MiB = 1024 * 1024

export const UPDATE_LIMITS: UpdateLimits = {
  feedEveryMs: 24 * 3_600_000,
  lookEveryMs: 10 * 60_000,
  silenceMs: 30_000,
  redirects: 5,
  fileBytes: 2048 * MiB,
  freeBytesKept: 256 * MiB,
  partBytes: 128 * 1024,
}
