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
}

export const COMMAND_LIMITS: CommandLimits = {
  waitingPerStation: 100,
  answerLength: 512 * 1024,
  kept: 50_000,
  progressKept: 200,
  silentMs: 7 * 24 * 60 * 60 * 1_000,
}
