import { EmptyState, ErrorState, NothingFound, RelativeTime } from '@renderer/components'
import { FilterBar, FilterOneOf, SearchField } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { ofStation } from '@renderer/components/list/oneStationFilter'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useBeside, useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useClient, useOrpc } from '@renderer/link'
import type { Notice } from '@shared/contract/notices'
import type { NoticeTopic } from '@shared/ocpp/notice'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import { NoticeDrawer } from './NoticeDrawer'
import { NoticeText, useNoticeLines, useNoticeTitle } from './NoticeText'
import { NOTICE_FILTER, TOPICS } from './noticeFilter'

interface NoticeListProps {
  /** The address of the list; one notice opens at its number below it. */
  readonly here: string
  /** Only of this station; without it of all, to be narrowed. */
  readonly stationId?: number
}

/** What stations told beside their sessions: newest first, by topic and in words, one of it in a drawer. */
export function NoticeList({ here, stationId }: NoticeListProps) {
  const { t } = useTranslation(['notices', 'events'])
  const orpc = useOrpc()
  const navigate = useNavigate()
  const client = useClient()
  const filter = useListFilter(NOTICE_FILTER)
  const beside = useBeside(NOTICE_FILTER)
  const { search, topic, station } = useDeferredValue(filter.values)
  const question = {
    search: search.trim(),
    ...(topic === '' ? {} : { topic }),
    ...(stationId === undefined ? ofStation({ station }) : { stationId }),
  }
  const paging = useCursorPages(JSON.stringify(question))
  const query = useQuery(
    orpc.notices.find.queryOptions({ input: { ...paging.request, ...question }, placeholderData: keepPreviousData }),
  )
  const columns = useColumnChoice('notices', useColumns(stationId === undefined))
  const openId = Number(useMatch(`${here}/:noticeId`)?.params.noticeId) || null
  return (
    <>
      <FilterBar>
        <SearchField label={t('search')} value={filter.values.search} onChange={(search) => filter.set({ search })} />
        <FilterOneOf
          label={t('topicLabel')}
          value={filter.values.topic}
          choices={TOPICS}
          words={(each) => (each === '' ? t('allTopics') : t(`topic.${each}`))}
          onChange={(topic) => filter.set({ topic })}
        />
        {stationId === undefined && (
          <StationChoice value={filter.values.station} onChange={(station) => filter.set({ station })} />
        )}
        <ListTools
          name="notices"
          title={t('events:tabs.reports')}
          columns={columns}
          filter={filter}
          find={(page, signal) => client.notices.find({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t(stationId === undefined ? 'list' : 'listOne')}
        columns={columns.shown}
        query={query}
        paging={paging}
        tall
        openId={openId}
        onOpen={({ id }) => void navigate(beside(`${here}/${id}`))}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          filter.isNarrowed ? (
            <NothingFound title={t('nothingFound')} onClear={filter.clear}>
              {t('nothingFoundText')}
            </NothingFound>
          ) : (
            <EmptyState title={t(stationId === undefined ? 'empty' : 'emptyOne')}>{t('emptyText')}</EmptyState>
          )
        }
      />
      {openId !== null && <NoticeDrawer key={openId} noticeId={openId} onClose={() => void navigate(beside(here))} />}
    </>
  )
}

function useColumns(withStation: boolean): ListColumn<Notice>[] {
  const { t } = useTranslation('notices')
  const title = useNoticeTitle()
  const lines = useNoticeLines()
  const text = (notice: Notice) => [title(notice.action), ...lines(notice)].join('\n')
  const newest = useRef(text)
  useEffect(() => {
    newest.current = text
  })
  return useMemo(
    () => [
      {
        field: 'receivedAt',
        headerName: t('column.when'),
        width: 130,
        hideable: false,
        written: ({ receivedAt }) => writtenTime(receivedAt),
        renderCell: ({ row }) => <RelativeTime at={row.receivedAt} />,
      },
      ...(withStation
        ? [
            {
              field: 'stationIdentity',
              headerName: t('column.station'),
              width: 140,
              valueFormatter: showUnprintable,
              written: ({ stationIdentity }) => stationIdentity,
            } satisfies ListColumn<Notice>,
          ]
        : []),
      {
        field: 'topic',
        headerName: t('topicLabel'),
        width: 150,
        valueFormatter: (topic: NoticeTopic) => t(`topic.${topic}`),
        written: ({ topic }) => t(`topic.${topic}`),
      },
      {
        field: 'action',
        headerName: t('column.what'),
        flex: 1,
        minWidth: 320,
        written: (notice) => newest.current(notice),
        renderCell: ({ row }) => <NoticeText notice={row} />,
      },
    ],
    [t, withStation],
  )
}
