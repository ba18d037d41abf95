/** Which way a frame went, as the program sees it. */
export const FRAME_DIRECTIONS = ['in', 'out'] as const
export type FrameDirection = (typeof FRAME_DIRECTIONS)[number]

/** OCPP-J's messages, and what is none of them. */
export const FRAME_KINDS = ['call', 'result', 'error', 'result-error', 'send', 'unreadable'] as const
export type FrameKind = (typeof FRAME_KINDS)[number]

/** What can be wrong with a frame, or with what came of it. */
export const FRAME_PROBLEMS = ['invalid', 'refused', 'unexpected', 'slow', 'no-answer'] as const
export type FrameProblem = (typeof FRAME_PROBLEMS)[number]
