import Box from '@mui/material/Box'
import { NothingFound } from '@renderer/components'
import { FilterBar, SearchField } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { PageTurner } from '@renderer/components/PageTurner'
import type { Grouping, ReportHead, ReportLine } from '@shared/contract/reports'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LineOrder, LineTable } from './LineTable'
import { useLineColumns } from './lineColumns'
import { foundLines, LINE_FILTER, orderedLines } from './lineView'
import { reportPath } from './month'
import { ReportExports } from './ReportExports'

interface LineListProps {
  readonly head: ReportHead
  readonly lines: readonly ReportLine[]
  readonly by: Grouping
  readonly openKey: string | null
}

/** Rows that are shown at a time: there may be a line for each of fifty thousand cards. */
const PAGE_ROWS = 50

/** The lines of a report; all of them are there, so that they can be searched and put in any order. */
export function LineList({ head, lines, by, openKey }: LineListProps) {
  const { t, i18n } = useTranslation('reports')
  const filter = useListFilter(LINE_FILTER)
  const { search } = useDeferredValue(filter.values)
  const columns = useColumnChoice('report-lines', useLineColumns(head, lines, by))
  const [order, setOrder] = useState<LineOrder | null>(null)
  const shown = useMemo(() => {
    const texts = columns.all.filter(({ isNumber }) => !isNumber).map(({ text }) => text)
    const found = foundLines(lines, search, texts)
    const column = columns.all.find(({ field }) => field === order?.field)
    return order && column ? orderedLines(found, column.value, order.direction, i18n.language) : found
  }, [lines, search, order, columns.all, i18n.language])
  // Whatever else is looked for is looked at from its beginning.
  const [page, setPage] = useState({ of: shown, index: 0 })
  const index = page.of === shown ? page.index : 0
  const top = useRef<HTMLDivElement>(null)
  const { month } = head
  const filterOf = useBeside(LINE_FILTER)('')
  const pathOf = useCallback((key: string) => reportPath(month, by, key) + filterOf, [month, by, filterOf])
  return (
    <Box ref={top}>
      <FilterBar>
        <SearchField
          label={t('search')}
          value={filter.values.search}
          onChange={(next) => filter.set({ search: next })}
        />
        <ListTools
          name="report-lines"
          title={t('lines')}
          columns={columns}
          filter={filter}
          exports={<ReportExports head={head} by={by} found={search.trim() === '' ? null : shown} />}
        />
      </FilterBar>
      {shown.length === 0 ? (
        <NothingFound title={t('nothingFound')} onClear={filter.clear} />
      ) : (
        <LineTable
          lines={shown.slice(index * PAGE_ROWS, (index + 1) * PAGE_ROWS)}
          columns={columns.shown}
          order={order}
          onOrder={setOrder}
          openKey={openKey}
          pathOf={pathOf}
        />
      )}
      <PageTurner
        index={index}
        size={PAGE_ROWS}
        total={shown.length}
        onTurn={(next) => {
          setPage({ of: shown, index: next })
          top.current?.scrollIntoView({ block: 'start' })
        }}
      />
    </Box>
  )
}
