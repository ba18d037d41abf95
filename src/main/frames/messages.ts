import type { FrameKind, FrameProblem } from '../../shared/ocpp/frame.ts'
import type { FrameLimits } from './limits.ts'

/** What was noted, in the order of the numbers' third column. */
export const IN = 0
export const OUT = 1
/** A finding about a frame that came in: the text is a `Finding`. */
export const FINDING = 2
/** A connection begins: the text is the station's identity. */
export const OPENED = 3
export const CLOSED = 4

/** Numbers of one note: what, connection, station, time. */
export const NUMBERS_A_NOTE = 4

/** Notes since the last time, in their order. `numbers` has NUMBERS_A_NOTE for each text. */
export interface Batch {
  readonly numbers: readonly number[]
  readonly texts: readonly string[]
  /** Frames that found no place since the last batch: questions and answers may be among them. */
  readonly dropped: number
}

/** What the program found wrong with a frame of a station; `id` is the frame's own, if it could be read. */
export interface Finding {
  readonly problem: FrameProblem
  readonly detail: string
  readonly id: string | null
}

/** One frame as it is stored. */
export interface FrameRow {
  id: number
  at: number
  station_id: number
  direction: typeof IN | typeof OUT
  kind: FrameKind
  message_id: string | null
  action: string | null
  counterpart: number | null
  latency_ms: number | null
  problem: FrameProblem | null
  detail: string | null
  /** Length of the frame as it went over the wire, in characters. */
  length: number
  /** 1 when a secret was taken out. */
  hidden: 0 | 1
  text: string
}
/** A stored frame with its station's identity; in lists the text is cut to EXCERPT_LENGTH. */
export type FoundFrame = FrameRow & { readonly identity: string | null }

/** Characters of a frame that lists carry. */
export const EXCERPT_LENGTH = 600

/** Which frames are wanted; what is left out makes no difference. */
export interface FrameFilter {
  readonly stationId?: number
  readonly action?: string
  readonly direction?: typeof IN | typeof OUT
  readonly problems?: boolean
  readonly search?: string
  readonly from?: number
  readonly to?: number
}

export interface LogFacts {
  readonly frames: number
  readonly bytes: number
  /** When the oldest frame came; null without any. */
  readonly since: number | null
  readonly lastId: number
  readonly actions: readonly string[]
}

/** What can be asked of the worker, and what it answers. */
export interface Questions {
  /** Newest first, at most `limit`. */
  find: { input: { filter: FrameFilter; before: number | null; limit: number }; output: FoundFrame[] }
  /** What came after `after`: the newest `limit`, newest first, how many more there are, and what became of `open`. */
  since: {
    input: { filter: FrameFilter; after: number; limit: number; open: readonly number[] }
    output: { frames: FoundFrame[]; skipped: number; settled: FoundFrame[] }
  }
  /** One whole frame with its counterpart. */
  get: { input: { id: number }; output: { frame: FoundFrame; counterpart: FoundFrame | null } | null }
  /** Whole frames, oldest first: the part after `after` of the newest `newest` up to the frame `upTo`. */
  part: {
    input: { filter: FrameFilter; after: number; upTo: number; newest: number; limit: number }
    output: FoundFrame[]
  }
  facts: { input: null; output: LogFacts }
  close: { input: null; output: null }
}
export type QuestionName = keyof Questions

/** From the program to the worker. */
export type ToWorker =
  | { readonly kind: 'batch'; readonly batch: Batch; readonly now: number }
  | { readonly kind: 'ask'; readonly number: number; readonly name: QuestionName; readonly input: unknown }

/** From the worker to the program. */
export type FromWorker =
  /** A batch is done with; `lost` frames of it could not be written, `reason` says why. */
  | { readonly kind: 'stored'; readonly lastId: number; readonly lost: number; readonly reason: string | null }
  | { readonly kind: 'answer'; readonly number: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string }

/** What a worker is started with. */
export interface WorkerData {
  readonly file: string
  readonly limits: FrameLimits
}
