import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { NOTICE_TOPICS, type NoticeTopic } from '@shared/ocpp/notice'

/** The filter of what stations told: words, a topic, one station by its id as text; empty for all. */
export interface NoticeFilter {
  readonly search: string
  readonly topic: NoticeTopic | ''
  readonly station: string
}

export const NOTICE_FILTER: ListFilterSpec<NoticeFilter> = {
  widest: { search: '', topic: '', station: '' },
  choices: { topic: ['', ...NOTICE_TOPICS] },
  typed: ['search'],
}
