import type { ListFilterSpec } from '@renderer/components/list/listFilter'
import { nameOrder } from '@renderer/i18n/format/intl'
import type { Admission } from '@shared/ocpp/station'
import type { NamedStation } from '../../link/useNamedStations'

/** What the list shows: stations of one admission or of all, with a text somewhere in what names them. */
export interface StationFilter {
  readonly search: string
  readonly admission: Admission | 'all'
}

/** What may be chosen of admission. */
export const SHOWN_ADMISSIONS = ['all', 'admitted', 'waiting', 'refused'] as const

export const STATION_FILTER: ListFilterSpec<StationFilter> = {
  widest: { search: '', admission: 'all' },
  choices: { admission: SHOWN_ADMISSIONS },
  typed: ['search'],
}

/** The stations that pass, by name in the order of a language. */
export function filterStations<Named extends NamedStation>(
  stations: readonly Named[],
  { search, admission }: StationFilter,
  language: string,
): Named[] {
  const byName = nameOrder(language)
  const wanted = search.trim().toLowerCase()
  return stations
    .filter((station) => admission === 'all' || station.admission === admission)
    .filter(
      ({ identity, label, vendor, model, serialNumber }) =>
        wanted === '' ||
        [identity, label, vendor, model, serialNumber].some((text) => text?.toLowerCase().includes(wanted) === true),
    )
    .sort((a, b) => byName(a.identity, b.identity))
}
