import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { ofStation } from '@renderer/components/list/oneStationFilter'
import type { SessionState } from '@shared/ocpp/session'
import { PERIODS, type Period, spanOf } from './period'

/** Which sessions are listed: by what they do, or those that wait for a decision. */
export const SHOWN = ['', 'running', 'ended', 'unsettled'] as const
export type Shown = (typeof SHOWN)[number]

/** The filters of the ledger as they stand on screen. */
export interface LedgerFilter {
  readonly search: string
  /** The station's id as text; empty for all. */
  readonly station: string
  readonly shown: Shown
  readonly period: Period
  /** The days of a period of one's own, as date fields have them. */
  readonly first: string
  readonly last: string
}

export const LEDGER_FILTER: ListFilterSpec<LedgerFilter> = {
  widest: { search: '', station: '', shown: '', period: 'any', first: '', last: '' },
  choices: { shown: SHOWN, period: PERIODS },
  typed: ['search', 'first', 'last'],
}

/** What the server is asked: the question of an unchanged filter is the same all day. */
export function toQuestion({ search, station, shown, period, first, last }: LedgerFilter, now: number) {
  return {
    search: search.trim(),
    ...ofStation({ station }),
    ...(shown === 'unsettled' ? { unsettled: true } : shown === '' ? {} : { state: shown satisfies SessionState }),
    ...spanOf(period, now, first, last),
  }
}
