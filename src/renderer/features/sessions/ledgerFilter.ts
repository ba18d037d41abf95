import type { SessionState } from '@shared/ocpp/session'
import { ANY_TIME, type ChosenPeriod } from './PeriodChoice'
import { spanOf } from './period'

/** Which sessions are listed: by what they do, or those that wait for a decision. */
export const SHOWN = ['running', 'ended', 'unsettled'] as const
export type Shown = (typeof SHOWN)[number] | ''

/** The filters of the ledger as they stand on screen. */
export interface LedgerFilter {
  readonly search: string
  /** The station's id as text; empty for all. */
  readonly station: string
  readonly shown: Shown
  readonly period: ChosenPeriod
}

export const EVERYTHING: LedgerFilter = { search: '', station: '', shown: '', period: ANY_TIME }

/** What the server is asked: the question of an unchanged filter is the same all day. */
export function toQuestion({ search, station, shown, period }: LedgerFilter, now: number) {
  return {
    search: search.trim(),
    ...(station === '' ? {} : { stationId: Number(station) }),
    ...(shown === 'unsettled' ? { unsettled: true } : shown === '' ? {} : { state: shown satisfies SessionState }),
    ...spanOf(period.period, now, period.first, period.last),
  }
}

/** Whether anything may be hidden. */
export function isNarrowed({ search, station, shown, period }: LedgerFilter): boolean {
  return search.trim() !== '' || station !== '' || shown !== '' || period.period !== 'any'
}
