import type { NoticeTopic } from '@shared/ocpp/notice'

/** How much of what stations tell is kept, by name. */
export interface NoticeLimits {
  /** Notices that are kept of one station about one topic; some more may stay until the next TRIM_EVERY have come. */
  readonly perTopic: number
  /** The same for meter readings outside of any session, which come every few minutes and tell of energy. */
  readonly readings: number
  /**
   * Room for the large notices of one station about one topic, in bytes: a message may have half a megabyte. A quarter
   * more may be taken until it is looked after.
   */
  readonly largeBytes: number
  /** Days after which a notice is forgotten. */
  readonly days: number
}

/** Notices that are kept of one station about this topic. */
export function keptOf(topic: NoticeTopic, { perTopic, readings }: NoticeLimits): number {
  return topic === 'meter' ? readings : perTopic
}

export const NOTICE_LIMITS: NoticeLimits = {
  perTopic: 1_000,
  readings: 40_000,
  largeBytes: 32 * 1024 * 1024,
  days: 400,
}

/** Looking after the bounds costs more than a notice: it is done once for so many of a station about a topic. */
export const TRIM_EVERY = 20

/** A notice of more bytes is large. */
export const LARGE_BYTES = 16 * 1024
