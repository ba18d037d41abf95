import { CopyText, EmptyState, ErrorState, NothingFound, RelativeTime } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { ListTools } from '@renderer/components/list/ListTools'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { ONE_STATION_FILTER, ofStation } from '@renderer/components/list/oneStationFilter'
import { useColumnChoice } from '@renderer/components/list/useColumnChoice'
import { useListFilter } from '@renderer/components/list/useListFilter'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient, useOrpc } from '@renderer/link'
import type { IssuedCertificate } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryMark } from '../requests/marks'
import { CertificateStandingMark } from './CertificateStandingMark'
import { certificateStanding } from './certificateStanding'

interface IssuedCertificatesProps {
  readonly openId: number | null
  readonly onOpen: (certificateId: number) => void
}

/** What the site has signed for its stations, newest first. */
export function IssuedCertificates({ openId, onOpen }: IssuedCertificatesProps) {
  const { t } = useTranslation('certificates')
  const orpc = useOrpc()
  const client = useClient()
  const filter = useListFilter(ONE_STATION_FILTER)
  const question = ofStation(filter.values)
  const paging = useCursorPages(filter.values.station)
  const query = useQuery(
    orpc.certificates.find.queryOptions({
      input: { ...paging.request, ...question },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumnChoice('certificates', useColumns())
  return (
    <>
      <FilterBar>
        <StationChoice value={filter.values.station} onChange={(station) => filter.set({ station })} />
        <ListTools
          name="certificates"
          title={t('title')}
          columns={columns}
          filter={filter}
          find={(page, signal) => client.certificates.find({ ...page, ...question }, { signal })}
          total={query.data?.total}
        />
      </FilterBar>
      <PagedGrid
        label={t('issued.list')}
        columns={columns.shown}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => onOpen(id)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          !filter.isNarrowed ? (
            <EmptyState title={t('issued.empty')}>{t('issued.emptyText')}</EmptyState>
          ) : (
            <NothingFound title={t('issued.nothingFound')} onClear={filter.clear} />
          )
        }
      />
    </>
  )
}

function useColumns(): ListColumn<IssuedCertificate>[] {
  const { t } = useTranslation(['certificates', 'requests'])
  const format = useFormat()
  return useMemo(
    () => [
      {
        field: 'stationIdentity',
        headerName: t('issued.column.station'),
        flex: 0.8,
        minWidth: 90,
        hideable: false,
        valueFormatter: showUnprintable,
        written: ({ stationIdentity }) => stationIdentity,
      },
      {
        field: 'serialNumber',
        headerName: t('issued.column.serial'),
        flex: 1.2,
        minWidth: 130,
        written: ({ serialNumber }) => serialNumber,
        renderCell: ({ row }) => (
          <CopyText
            text={row.serialNumber}
            shown={row.serialNumber.length > 14 ? `${row.serialNumber.slice(0, 11)}…` : row.serialNumber}
            what={t('facts.number')}
          />
        ),
      },
      {
        field: 'issuedAt',
        headerName: t('issued.column.issued'),
        flex: 0.8,
        minWidth: 100,
        written: ({ issuedAt }) => writtenTime(issuedAt),
        renderCell: ({ row }) => <RelativeTime at={row.issuedAt} />,
      },
      {
        field: 'notAfter',
        headerName: t('issued.column.expires'),
        flex: 0.8,
        minWidth: 105,
        written: ({ notAfter }) => writtenTime(notAfter),
        valueFormatter: (value: number) => format.date(value),
      },
      {
        field: 'notBefore',
        headerName: t('issued.column.standing'),
        width: 120,
        written: (row) =>
          t(`standing.${certificateStanding({ ...row, revoked: row.revocation !== null }, Date.now())}`),
        renderCell: ({ row }) => (
          <CertificateStandingMark
            notBefore={row.notBefore}
            notAfter={row.notAfter}
            revoked={row.revocation !== null}
          />
        ),
      },
      {
        field: 'delivery',
        headerName: t('issued.column.delivery'),
        width: 190,
        written: ({ delivery }) => t(`requests:delivery.short.${delivery.state}`),
        renderCell: ({ row }) => <DeliveryMark state={row.delivery.state} />,
      },
    ],
    [t, format],
  )
}
