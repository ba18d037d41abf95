import type { NoticeTopic } from '@shared/ocpp/notice'

/** How much of what stations tell is kept, by name. */
export interface NoticeLimits {
  /** Notices that are kept of one station about one topic; some more may stay until the next TRIM_EVERY have come. */
  readonly perTopic: number
  /** The same for meter readings outside of any session, which come every few minutes and tell of energy. */
  readonly readings: number
  /** Days after which a notice is forgotten. */
  readonly days: number
}

/** Notices that are kept of one station about this topic. */
export function keptOf(topic: NoticeTopic, { perTopic, readings }: NoticeLimits): number {
  return topic === 'meter' ? readings : perTopic
}

export const NOTICE_LIMITS: NoticeLimits = { perTopic: 1_000, readings: 40_000, days: 400 }

/** Looking after the bounds costs more than a notice: it is done once for so many of a station about a topic. */
export const TRIM_EVERY = 20
