/** What bounds the upgrades of security profiles, by name. Times in milliseconds. */
export interface UpgradeLimits {
  /**
   * How long a station may take to restart and come back before it is said that it has not. It is let in under either
   * profile after that as well: time alone locks nobody out.
   */
  readonly backMs: number
  /** How long a station may take to ask for a certificate after it was told to. */
  readonly requestMs: number
  /** How often a command is sent again that was not answered. */
  readonly tries: number
  /** Stations that are spoken to or restart at the same time; the others wait for their turn. */
  readonly atOnce: number
  /** Upgrades that are kept; the oldest that are over are forgotten at the next start. */
  readonly kept: number
}

export const UPGRADE_LIMITS: UpgradeLimits = {
  backMs: 30 * 60_000,
  requestMs: 10 * 60_000,
  tries: 3,
  atOnce: 4,
  kept: 2_000,
}
