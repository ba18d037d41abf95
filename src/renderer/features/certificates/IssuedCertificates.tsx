import { CopyText, EmptyState, NothingFound, RelativeTime } from '@renderer/components'
import { type ListColumn, writtenTime } from '@renderer/components/list/listColumn'
import { OneStationList } from '@renderer/components/list/OneStationList'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient, useOrpc } from '@renderer/link'
import type { IssuedCertificate } from '@shared/contract/certificates'
import { showUnprintable } from '@shared/printable'
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
  return (
    <OneStationList
      name="certificates"
      title={t('title')}
      label={t('issued.list')}
      columns={useColumns()}
      pageOf={(input) => orpc.certificates.find.queryOptions({ input })}
      find={client.certificates.find}
      openId={openId}
      onOpen={({ id }) => onOpen(id)}
      empty={(widen) =>
        widen === null ? (
          <EmptyState title={t('issued.empty')}>{t('issued.emptyText')}</EmptyState>
        ) : (
          <NothingFound title={t('issued.nothingFound')} onClear={widen} />
        )
      }
    />
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
        minWidth: 126,
        hideable: false,
        valueFormatter: showUnprintable,
        written: ({ stationIdentity }) => stationIdentity,
      },
      {
        field: 'serialNumber',
        headerName: t('issued.column.serial'),
        flex: 1.2,
        minWidth: 146,
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
        width: 240,
        written: ({ delivery }) => t(`requests:delivery.short.${delivery.state}`),
        renderCell: ({ row }) => <DeliveryMark state={row.delivery.state} />,
      },
    ],
    [t, format],
  )
}
