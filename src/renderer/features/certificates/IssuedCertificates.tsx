import type { GridColDef } from '@mui/x-data-grid'
import { CopyText, EmptyState, ErrorState, NothingFound, RelativeTime } from '@renderer/components'
import { FilterBar } from '@renderer/components/FilterBar'
import { PagedGrid } from '@renderer/components/PagedGrid'
import { StationChoice } from '@renderer/components/StationChoice'
import { useCursorPages } from '@renderer/components/useCursorPages'
import { useFormat } from '@renderer/i18n/useFormat'
import { useOrpc } from '@renderer/link'
import type { IssuedCertificate } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeliveryMark } from '../requests/marks'
import { CertificateStandingMark } from './CertificateStandingMark'

interface IssuedCertificatesProps {
  readonly openId: number | null
  readonly onOpen: (certificateId: number) => void
}

/** What the site has signed for its stations, newest first. */
export function IssuedCertificates({ openId, onOpen }: IssuedCertificatesProps) {
  const { t } = useTranslation('certificates')
  const orpc = useOrpc()
  const [station, setStation] = useState('')
  const paging = useCursorPages(station)
  const query = useQuery(
    orpc.certificates.find.queryOptions({
      input: { ...paging.request, ...(station === '' ? {} : { stationId: Number(station) }) },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns()
  return (
    <>
      <FilterBar>
        <StationChoice value={station} onChange={setStation} />
      </FilterBar>
      <PagedGrid
        label={t('issued.list')}
        columns={columns}
        query={query}
        paging={paging}
        openId={openId}
        onOpen={({ id }) => onOpen(id)}
        failed={<ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        empty={
          station === '' ? (
            <EmptyState title={t('issued.empty')}>{t('issued.emptyText')}</EmptyState>
          ) : (
            <NothingFound title={t('issued.nothingFound')} onClear={() => setStation('')} />
          )
        }
      />
    </>
  )
}

function useColumns(): GridColDef<IssuedCertificate>[] {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  return useMemo(
    () => [
      {
        field: 'stationIdentity',
        headerName: t('issued.column.station'),
        flex: 0.8,
        minWidth: 90,
        valueFormatter: showUnprintable,
      },
      {
        field: 'serialNumber',
        headerName: t('issued.column.serial'),
        flex: 1.2,
        minWidth: 130,
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
        renderCell: ({ row }) => <RelativeTime at={row.issuedAt} />,
      },
      {
        field: 'notAfter',
        headerName: t('issued.column.expires'),
        flex: 0.8,
        minWidth: 105,
        valueFormatter: (value: number) => format.date(value),
      },
      {
        field: 'notBefore',
        headerName: t('issued.column.standing'),
        width: 120,
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
        renderCell: ({ row }) => <DeliveryMark state={row.delivery.state} />,
      },
    ],
    [t, format],
  )
}
