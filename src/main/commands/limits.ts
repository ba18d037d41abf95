/** What bounds the commands, by name. */
export interface CommandLimits {
  /** Commands of one station that may wait; beyond it more are turned away. */
  readonly waitingPerStation: number
  /** Longest answer that is kept, in characters of JSON; of a longer one only what it means is. */
  readonly answerLength: number
  /** Commands that are kept; the oldest that are done are forgotten at the next start. */
  readonly kept: number
  /** Reports that are kept of one command; the oldest are forgotten. */
  readonly progressKept: number
  /** A command that goes on after its answer is called silent when nothing was heard of it for so long, in milliseconds. */
  readonly silentMs: number
  /** How long after a remote start of 1.6 a session with its card is taken for the one it asked for, in milliseconds. */
  readonly startWindowMs: number
  /** How far the clock of a station may be behind, in milliseconds, for its session not to count as an older one. */
  readonly clockSkewMs: number
}

export const COMMAND_LIMITS: CommandLimits = {
  waitingPerStation: 100,
  answerLength: 512 * 1024,
  kept: 50_000,
  progressKept: 200,
  silentMs: 7 * 24 * 60 * 60 * 1_000,
  startWindowMs: 60 * 60 * 1_000,
  clockSkewMs: 5 * 60 * 1_000,
}
