import type { GridValidRowModel } from '@mui/x-data-grid'
import { keepPreviousData, type QueryFunction, type QueryKey, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState } from '../ErrorState'
import { FilterBar } from '../FilterBar'
import { type ListPage, PagedGrid } from '../PagedGrid'
import { StationChoice } from '../StationChoice'
import { useCursorPages } from '../useCursorPages'
import { ListTools } from './ListTools'
import type { ListColumn } from './listColumn'
import { ONE_STATION_FILTER, ofStation } from './oneStationFilter'
import { useColumnChoice } from './useColumnChoice'
import { useListFilter } from './useListFilter'

/** What a list of this kind asks the server. */
interface Question {
  readonly before: number | null
  readonly limit: number
  readonly stationId?: number
}

interface OneStationListProps<Row extends GridValidRowModel> {
  /** What is chosen for the list is kept under this name. */
  readonly name: string
  /** What the list holds: the name of a file that it is saved as. */
  readonly title: string
  /** What the table lists, for those who can't see it. */
  readonly label: string
  /** The same array until they change. */
  readonly columns: readonly ListColumn<Row>[]
  /** A page of it for the screen, and for a file that it is saved as. */
  readonly pageOf: (question: Question) => { queryKey: QueryKey; queryFn: QueryFunction<ListPage<Row>> }
  readonly find: (question: Question, options: { signal: AbortSignal }) => Promise<ListPage<Row>>
  readonly tall?: boolean
  readonly openId?: number | null
  readonly onOpen?: (row: Row) => void
  /** Shown in place of the rows when there are none. @param widen given where the list is narrowed to a station */
  readonly empty: (widen: (() => void) | null) => ReactNode
}

/** A long list that can be narrowed to one station and to nothing else. */
export function OneStationList<Row extends GridValidRowModel & { id: number }>(props: OneStationListProps<Row>) {
  const { name, title, label, pageOf, find, tall, openId, onOpen, empty } = props
  const filter = useListFilter(ONE_STATION_FILTER)
  const question = ofStation(filter.values)
  const paging = useCursorPages(filter.values.station)
  const query = useQuery({ ...pageOf({ ...paging.request, ...question }), placeholderData: keepPreviousData })
  const columns = useColumnChoice(name, props.columns)
  return (
    <>
      <FilterBar>
        <StationChoice value={filter.values.station} onChange={(station) => filter.set({ station })} />
        <ListTools
          name={name}
          title={title}
          columns={columns}
          filter={filter}
          find={(page, signal) => find({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={label}
        columns={columns.shown}
        query={query}
        paging={paging}
        tall={tall}
        openId={openId}
        onOpen={onOpen}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={empty(filter.isNarrowed ? filter.clear : null)}
      />
    </>
  )
}
