/** Every limit of what is kept and given out as files. Sizes in bytes, times in milliseconds. */
export interface FileLimits {
  /** Largest firmware that can be added. */
  readonly firmwareBytes: number
  /** Largest log that a station may put here. */
  readonly logBytes: number
  /** Logs kept of one station, and their size together; the oldest go first. */
  readonly logsPerStation: number
  readonly logBytesPerStation: number
  /** Room that is left on the disk for the ledger: what would go below it is refused. */
  readonly freeBytesKept: number
  /** How long a link for a log works. */
  readonly uploadMs: number
  /** How long a link to firmware works from now, or from when its station was told to fetch it. */
  readonly downloadMs: number
  /** How many times the size of the firmware may go over one link, parts and repeats together. */
  readonly downloadTimes: number
  /** How long an ended link is remembered, to show who was given which firmware. */
  readonly ticketsKeptMs: number
  /** Firmware that is being added from consoles at the same time. */
  readonly additionsAtOnce: number
  /** An addition that hears nothing for so long is dropped. */
  readonly additionIdleMs: number
  /** Largest part of a file in one message between console and server, before it is written as base64. */
  readonly partBytes: number
  /** How much of a text log is shown. */
  readonly textBytes: number
  /** Uploads and downloads at the same time, of all stations; a station that comes too much is told to come later. */
  readonly transfersAtOnce: number
  /** A transfer of which nothing moves for so long is ended. Slow ones may take as long as they need. */
  readonly transferIdleMs: number
}

const MiB = 1024 * 1024
const HOUR = 3_600_000
const DAY = 24 * HOUR

export const FILE_LIMITS: FileLimits = {
  firmwareBytes: 512 * MiB,
  logBytes: 256 * MiB,
  logsPerStation: 50,
  logBytesPerStation: 1024 * MiB,
  freeBytesKept: 256 * MiB,
  uploadMs: DAY,
  downloadMs: 3 * DAY,
  downloadTimes: 20,
  ticketsKeptMs: 90 * DAY,
  additionsAtOnce: 4,
  additionIdleMs: HOUR / 6,
  partBytes: 128 * 1024,
  textBytes: 64 * 1024,
  transfersAtOnce: 64,
  transferIdleMs: 120_000,
}
