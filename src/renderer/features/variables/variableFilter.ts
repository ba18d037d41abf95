import type { ListFilterSpec } from '@renderer/components/list/listFilter'

/** Which values are listed: all, those that differ from the report before, or those that can be changed. */
export const SHOW = ['all', 'changed', 'writable'] as const
export type Show = (typeof SHOW)[number]

/** The filter of a station's configuration. */
export const VARIABLE_FILTER: ListFilterSpec<{ search: string; show: Show }> = {
  widest: { search: '', show: 'all' },
  choices: { show: SHOW },
  typed: ['search'],
}
