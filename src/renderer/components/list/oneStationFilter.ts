import type { ListFilterSpec } from './listFilter'

/** The filter of a list that is narrowed to one station and nothing else; its id as text, empty for all. */
export const ONE_STATION_FILTER: ListFilterSpec<{ station: string }> = { widest: { station: '' } }

/** What the server is asked then. An address may name anything: what can be no number of a station is none. */
export const ofStation = ({ station }: { readonly station: string }) =>
  /^[1-9]\d*$/.test(station) && Number.isSafeInteger(Number(station)) ? { stationId: Number(station) } : {}
