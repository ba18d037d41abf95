/** How much of it the request desk takes, by name. Times in milliseconds. */
export interface DeskLimits {
  /** Requests of one owner that may wait at a time; a further one with yet another key is refused. */
  readonly pendingPerOwner: number
  /** Unreadable texts that are kept of one owner, newest first. */
  readonly unreadablePerOwner: number
  /**
   * Requests of one owner within `askedWithinMs`, repeats counted: examining one costs a signature check. Far above what
   * the back-off of A02.FR.17 to FR.19 leads to.
   */
  readonly askedPerOwner: number
  readonly askedWithinMs: number
  /** Owners whose asking is counted at the same time; beyond that the one that asked first is forgotten. */
  readonly ownersCounted: number
  /** Requests that are examined at the same time; others wait for their turn. */
  readonly examinedTogether: number
  /** Requests that are signed and written together when many are approved; stopping is possible in between. */
  readonly signedTogether: number
}

export const DESK_LIMITS: DeskLimits = {
  pendingPerOwner: 20,
  unreadablePerOwner: 10,
  askedPerOwner: 60,
  askedWithinMs: 10 * 60_000,
  ownersCounted: 10_000,
  examinedTogether: 16,
  signedTogether: 50,
}
