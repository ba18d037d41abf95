import { CopyText, RelativeTime } from '@renderer/components'
import { type ListColumn, writtenNumber, writtenTime } from '@renderer/components/list/listColumn'
import { useFormat } from '@renderer/i18n/useFormat'
import type { StoredFile } from '@shared/contract/files'
import { showUnprintable } from '@shared/printable'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type Column = ListColumn<StoredFile>

/** The columns of firmware, or of logs. @param withStation false where all are of one station */
export function useFileColumns(group: 'firmware' | 'logs', withStation: boolean): Column[] {
  const { t } = useTranslation('files')
  const format = useFormat()
  return useMemo(() => {
    const name: Column = {
      field: 'name',
      headerName: t('column.name'),
      flex: 1.4,
      minWidth: 140,
      cellClassName: 'cut',
      hideable: false,
      valueFormatter: showUnprintable,
      written: ({ name }) => name,
    }
    const size: Column = {
      field: 'size',
      headerName: t('column.size'),
      width: 96,
      align: 'right',
      headerAlign: 'right',
      valueFormatter: (value: number) => format.size(value),
      written: ({ size }) => writtenNumber(size),
    }
    const sha256: Column = {
      field: 'sha256',
      headerName: t('column.sha256'),
      width: 150,
      written: ({ sha256 }) => sha256,
      renderCell: ({ row }) => (
        <CopyText text={row.sha256} shown={`${row.sha256.slice(0, 10)}…`} what={t('facts.digest')} />
      ),
    }
    const at = (header: string): Column => ({
      field: 'createdAt',
      headerName: header,
      width: 120,
      written: ({ createdAt }) => writtenTime(createdAt),
      renderCell: ({ row }) => <RelativeTime at={row.createdAt} />,
    })
    if (group === 'logs') {
      const station: Column = {
        field: 'stationIdentity',
        headerName: t('column.station'),
        flex: 0.7,
        minWidth: 90,
        cellClassName: 'cut',
        valueFormatter: (value: string | null) => showUnprintable(value ?? ''),
        written: ({ stationIdentity }) => stationIdentity,
      }
      const kind: Column = {
        field: 'kind',
        headerName: t('column.kind'),
        width: 130,
        valueFormatter: (value: StoredFile['kind']) => t(`kind.${value}`),
        written: ({ kind }) => t(`kind.${kind}`),
      }
      return [...(withStation ? [station] : []), kind, name, size, sha256, at(t('column.received'))]
    }
    const version: Column = {
      field: 'version',
      headerName: t('column.version'),
      flex: 0.6,
      minWidth: 80,
      cellClassName: 'cut',
      valueFormatter: showUnprintable,
      written: ({ version }) => version,
    }
    const model: Column = {
      field: 'model',
      headerName: t('column.model'),
      flex: 0.8,
      minWidth: 90,
      cellClassName: 'cut',
      valueGetter: (_value, row) => showUnprintable([row.vendor, row.model].filter(Boolean).join(' ')),
      written: ({ vendor, model }) => [vendor, model].filter(Boolean).join(' '),
    }
    const usedBy: Column = {
      field: 'handedOut',
      headerName: t('column.usedBy'),
      flex: 0.8,
      minWidth: 100,
      cellClassName: 'cut',
      valueGetter: (_value, { handedOut: [first, ...others] }) => {
        if (first === undefined) return t('usedBy.nobody')
        const words = { first: showUnprintable(first.stationIdentity), count: others.length }
        return t(others.length === 0 ? 'usedBy.some' : 'usedBy.more', words)
      },
      written: ({ handedOut }) => [...new Set(handedOut.map(({ stationIdentity }) => stationIdentity))].join(' '),
    }
    return [name, version, model, size, sha256, usedBy, at(t('column.added'))]
  }, [t, format, group, withStation])
}
