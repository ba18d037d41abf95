import MenuItem from '@mui/material/MenuItem'
import type { GridColDef } from '@mui/x-data-grid'
import { EmptyState, ErrorState, NothingFound, RelativeTime } from '@renderer/components'
import { FilterBar, FilterChoice, SearchField } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useOrpc } from '@renderer/link'
import type { Notice } from '@shared/contract/notices'
import { NOTICE_TOPICS, type NoticeTopic } from '@shared/ocpp/notice'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatch, useNavigate } from 'react-router'
import { NoticeDrawer } from './NoticeDrawer'
import { NoticeText } from './NoticeText'

interface NoticeListProps {
  /** The address of the list; one notice opens at its number below it. */
  readonly here: string
  /** Only of this station; without it of all, to be narrowed. */
  readonly stationId?: number
}

/** What stations told beside their sessions: newest first, by topic and in words, one of it in a drawer. */
export function NoticeList({ here, stationId }: NoticeListProps) {
  const { t } = useTranslation('notices')
  const orpc = useOrpc()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [topic, setTopic] = useState('')
  const [station, setStation] = useState('')
  const wanted = useDeferredValue(search.trim())
  const paging = useCursorPages(`${topic} ${station} ${wanted}`)
  const ofStation = stationId ?? (station === '' ? undefined : Number(station))
  const query = useQuery(
    orpc.notices.find.queryOptions({
      input: {
        ...paging.request,
        search: wanted,
        ...(topic === '' ? {} : { topic: topic as NoticeTopic }),
        ...(ofStation === undefined ? {} : { stationId: ofStation }),
      },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns(stationId === undefined)
  const openId = Number(useMatch(`${here}/:noticeId`)?.params.noticeId) || null
  const isNarrowed = wanted !== '' || topic !== '' || station !== ''
  const clear = () => {
    setSearch('')
    setTopic('')
    setStation('')
  }
  return (
    <>
      <FilterBar>
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <FilterChoice label={t('topicLabel')} value={topic} onChange={setTopic}>
          <MenuItem value="">{t('allTopics')}</MenuItem>
          {NOTICE_TOPICS.map((each) => (
            <MenuItem key={each} value={each}>
              {t(`topic.${each}`)}
            </MenuItem>
          ))}
        </FilterChoice>
        {stationId === undefined && <StationChoice value={station} onChange={setStation} />}
      </FilterBar>
      <PagedGrid
        label={t(stationId === undefined ? 'list' : 'listOne')}
        columns={columns}
        query={query}
        paging={paging}
        tall
        openId={openId}
        onOpen={({ id }) => void navigate(`${here}/${id}`)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          isNarrowed ? (
            <NothingFound title={t('nothingFound')} onClear={clear}>
              {t('nothingFoundText')}
            </NothingFound>
          ) : (
            <EmptyState title={t(stationId === undefined ? 'empty' : 'emptyOne')}>{t('emptyText')}</EmptyState>
          )
        }
      />
      {openId !== null && <NoticeDrawer key={openId} noticeId={openId} onClose={() => void navigate(here)} />}
    </>
  )
}

function useColumns(withStation: boolean): GridColDef<Notice>[] {
  const { t } = useTranslation('notices')
  return useMemo(
    () => [
      {
        field: 'receivedAt',
        headerName: t('column.when'),
        width: 130,
        renderCell: ({ row }) => <RelativeTime at={row.receivedAt} />,
      },
      ...(withStation
        ? [
            {
              field: 'stationIdentity',
              headerName: t('column.station'),
              width: 140,
              valueFormatter: showUnprintable,
            } satisfies GridColDef<Notice>,
          ]
        : []),
      {
        field: 'topic',
        headerName: t('topicLabel'),
        width: 150,
        valueFormatter: (topic: NoticeTopic) => t(`topic.${topic}`),
      },
      {
        field: 'action',
        headerName: t('column.what'),
        flex: 1,
        minWidth: 320,
        renderCell: ({ row }) => <NoticeText notice={row} />,
      },
    ],
    [t, withStation],
  )
}
