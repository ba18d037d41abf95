import { type ListFilterSpec, writeFilter } from '@renderer/components/list/listFilter'
import { ONE_STATION_FILTER } from '@renderer/components/list/oneStationFilter'
import { REQUEST_STATUSES } from '@shared/contract/requests'

/** A status, or empty for all. */
export type StatusChoice = '' | (typeof REQUEST_STATUSES)[number]

export const STATUS_CHOICES: readonly StatusChoice[] = ['', ...REQUEST_STATUSES]

interface HistoryFilter {
  readonly status: StatusChoice
  /** A station's id as text; empty for all, and for devices. */
  readonly station: string
}

/** The filter of everything that ever was asked for. */
export const HISTORY_FILTER: ListFilterSpec<HistoryFilter> = {
  widest: { status: '', ...ONE_STATION_FILTER.widest },
  choices: { status: STATUS_CHOICES },
}

/** What the server is asked for a status. */
export const ofStatus = (status: StatusChoice) => (status === '' ? {} : { status })

/** What stands behind the addresses of the history and of its cases, so that both keep what narrows it. */
export const behindHistory = (values: HistoryFilter) => writeFilter(HISTORY_FILTER, values, '?view=history')
