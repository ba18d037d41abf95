import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { NOTICE_TOPICS } from '@shared/ocpp/notice'

/** What notices may be about; '' for anything. */
export const TOPICS = ['', ...NOTICE_TOPICS] as const

/** The filter of what stations told: words, a topic, one station by its id as text; empty for all. */
export interface NoticeFilter {
  readonly search: string
  readonly topic: (typeof TOPICS)[number]
  readonly station: string
}

export const NOTICE_FILTER: ListFilterSpec<NoticeFilter> = {
  widest: { search: '', topic: '', station: '' },
  choices: { topic: TOPICS },
  typed: ['search'],
}
