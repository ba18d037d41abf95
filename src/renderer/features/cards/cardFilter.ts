import type { ListFilterSpec } from '@renderer/components/list/listFilter'

/** Which cards are listed, by whether they are blocked. */
export const SHOW = ['all', 'blocked', 'open'] as const
export type Show = (typeof SHOW)[number]

/** The filter of the cards. */
export const CARD_FILTER: ListFilterSpec<{ search: string; show: Show }> = {
  widest: { search: '', show: 'all' },
  choices: { show: SHOW },
  typed: ['search'],
}
