import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { FRAME_DIRECTIONS, FRAME_KINDS, FRAME_PROBLEMS } from '../ocpp/frame'
import { mayFailWith } from './errors'
import { Id, latest, PageRequest, Time } from './feed'

/** One frame of the live log. Secrets were taken out before it was written. */
export const Frame = z.object({
  id: Id,
  at: Time,
  stationId: Id,
  stationIdentity: z.string(),
  /** `in`: from the station. */
  direction: z.enum(FRAME_DIRECTIONS),
  kind: z.enum(FRAME_KINDS),
  messageId: z.string().nullable(),
  /** Of an answer, the action of its question; null where that is not known. */
  action: z.string().nullable(),
  /** The answer to this question, or the question of this answer. */
  counterpartId: Id.nullable(),
  /** Between question and answer in milliseconds, of both. */
  latencyMs: z.number().int().nullable(),
  problem: z.enum(FRAME_PROBLEMS).nullable(),
  /** What the protocol or the program said about the problem. */
  detail: z.string().nullable(),
  /** Characters that went over the wire. */
  length: z.number().int(),
  /** A secret was taken out. */
  hidden: z.boolean(),
  /** The first part of the payload. */
  excerpt: z.string(),
})
export type Frame = z.infer<typeof Frame>

/** A frame with all of its text; JSON is laid out over lines. */
export const WholeFrame = Frame.extend({
  text: z.string(),
  /** The frame was longer than what is kept of one. */
  cut: z.boolean(),
})
export type WholeFrame = z.infer<typeof WholeFrame>

/** Which frames are wanted; what is left out makes no difference. */
export const FrameFilter = z.object({
  stationId: Id.optional(),
  action: z.string().max(100).optional(),
  direction: z.enum(FRAME_DIRECTIONS).optional(),
  /** True for frames with something wrong: refused, invalid, unexpected, slow or never answered. */
  problems: z.boolean().optional(),
  /** Part of the frame's text, action or finding, case ignored for ASCII. */
  search: z.string().trim().max(100).default(''),
  from: Time.optional(),
  to: Time.optional(),
})
export type FrameFilter = z.infer<typeof FrameFilter>

/** How the log stands: what it holds, and what it lost. */
export const FramesState = z.object({
  /** `troubled`: frames are lost at the moment, for the reason. */
  kind: z.enum(['off', 'running', 'troubled']),
  reason: z.string().nullable(),
  frames: z.number().int(),
  bytes: z.number().int(),
  /** When the oldest frame came. */
  since: Time.nullable(),
  /** Frames that could not be kept since the program began. */
  missing: z.number().int(),
  /** Names of the actions that have been seen. */
  actions: z.array(z.string()),
  keptDays: z.number(),
  keptBytes: z.number().int(),
})
export type FramesState = z.infer<typeof FramesState>

/** Most frames of one event of `watch`. */
export const WATCHED_FRAMES_MAX = 200

export const frames = {
  /** Newest first. `next` is the cursor of the following page. */
  find: oc
    .route({ method: 'GET', path: '/frames' })
    .input(FrameFilter.extend(PageRequest.shape))
    .output(z.object({ entries: z.array(Frame), next: Id.nullable() }))
    .errors(mayFailWith('LIVE_LOG_UNAVAILABLE')),

  /** One frame and its counterpart; `gone` when it was too old to be kept. */
  get: oc
    .route({ method: 'GET', path: '/frames/{frameId}' })
    .input(z.object({ frameId: Id }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('found'), frame: WholeFrame, counterpart: WholeFrame.nullable() }),
        z.object({ kind: z.literal('gone') }),
      ]),
    )
    .errors(mayFailWith('LIVE_LOG_UNAVAILABLE')),

  /**
   * The newest frames, then what comes: at most ten times a second, at most `limit` new ones at a time. `entries`
   * are newest first; one that was sent before comes again behind them when it has been answered. `skipped` new ones
   * were too many.
   */
  watch: oc
    .route({ method: 'GET', path: '/frames/watch' })
    .input(FrameFilter.extend({ limit: z.number().int().min(1).max(WATCHED_FRAMES_MAX).default(100) }))
    .output(eventIterator(z.object({ entries: z.array(Frame), skipped: z.number().int() })))
    .errors(mayFailWith('LIVE_LOG_UNAVAILABLE')),

  state: oc.route({ method: 'GET', path: '/frames/state' }).output(latest(FramesState)),

  /**
   * A support bundle in pieces: one JSON value a line, first what this site is, then its stations, the newest frames
   * and the end of the program's log. Without secrets.
   */
  export: oc
    .route({ method: 'GET', path: '/frames/export' })
    .input(
      FrameFilter.extend({
        /** Each card number is replaced by a name, always the same within the bundle. */
        hideCards: z.boolean().default(false),
        limit: z.number().int().min(1).max(100_000).default(10_000),
      }),
    )
    .output(eventIterator(z.object({ text: z.string(), frames: z.number().int() })))
    .errors(mayFailWith('LIVE_LOG_UNAVAILABLE')),
}
