/** Every limit of the live log, by name. It is a log: what goes beyond is left out, counted and said. */
export interface FrameLimits {
  /** Frames older than this many days are deleted. */
  readonly days: number
  /** Most bytes of the file; beyond it the oldest frames make room. Its journal comes on top, some 8 MB. */
  readonly bytes: number
  /** Longest part of one frame that is kept, in characters; of a longer one the beginning. */
  readonly frameLength: number
  /** How often frames are handed over to the worker that writes them, in milliseconds. */
  readonly handOverMs: number
  /**
   * Frames a second that are kept in the long run; `waitingFrames` may come at once. Fifty chargers that never stop
   * talking send a tenth of it: beyond it, answering counts for more than writing down.
   */
  readonly framesPerSecond: number
  /**
   * Frames a second that are kept of all stations together that nobody has let in: whoever finds the port can talk, and
   * is not to push out what the site's own stations said.
   */
  readonly strangerFramesPerSecond: number
  /** Longest part of a frame of such a station that is kept, in characters. */
  readonly strangerFrameLength: number
  /** Frames that may wait to be handed over; the ones that come when so many wait are dropped. */
  readonly waitingFrames: number
  /** Characters of all frames that may wait. */
  readonly waitingLength: number
  /** An answer that took longer is slow, in milliseconds. */
  readonly slowMs: number
  /** A question without an answer for so long is shown as unanswered, in milliseconds. */
  readonly noAnswerMs: number
  /** Unanswered questions of one connection and direction that are remembered. */
  readonly openQuestions: number
  /** How long after its end a worker is started again, in milliseconds. */
  readonly restartMs: number
}

export const FRAME_LIMITS: FrameLimits = {
  days: 7,
  bytes: 200_000_000,
  frameLength: 64 * 1024,
  handOverMs: 200,
  framesPerSecond: 5_000,
  strangerFramesPerSecond: 20,
  strangerFrameLength: 2_048,
  waitingFrames: 20_000,
  waitingLength: 16 * 1024 * 1024,
  slowMs: 5_000,
  noAnswerMs: 30_000,
  openQuestions: 200,
  restartMs: 30_000,
}
