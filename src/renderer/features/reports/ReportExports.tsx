import { ExportMenu } from '@renderer/components/ExportMenu'
import { excelFormat } from '@renderer/components/tableFormats'
import { useTableExport } from '@renderer/components/useTableExport'
import { useFormat } from '@renderer/i18n/useFormat'
import { useClient } from '@renderer/link'
import type { Grouping, ReportHead, ReportLine } from '@shared/contract/reports'
import { currencyDecimals } from '@shared/currency'
import { lineTable } from '@shared/table/reportLineTable'
import { tableText } from '@shared/table/table'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkbook } from './useWorkbook'

interface ReportExportsProps {
  readonly head: ReportHead
  readonly by: Grouping
  /** The lines that are shown while some are searched for; null while all are. */
  readonly found: readonly ReportLine[] | null
}

/**
 * Saves a report: as a workbook, or its lines or sessions as a table. A settlement needs them all: while some lines are
 * searched for, those alone can be saved too, and each choice says which it saves.
 */
export function ReportExports({ head, by, found }: ReportExportsProps) {
  const { t } = useTranslation('reports')
  const { number } = useFormat()
  const client = useClient()
  const workbook = useWorkbook()
  const { month, issuer } = head
  const which = useRef<'lines' | 'sessions' | readonly ReportLine[]>('lines')
  const table = useTableExport(async (chosen, signal) => {
    const rows = which.current
    if (typeof rows === 'string') return client.reports.table({ month, by, rows, ...chosen }, { signal })
    return tableText(lineTable(issuer.currency, currencyDecimals(issuer.currency)), [rows], chosen)
  })
  const saveTable = (wanted: typeof which.current, fileName: string) => () => {
    which.current = wanted
    void table.start(excelFormat(navigator.language), fileName)
  }
  const all = found === null ? 'export' : 'export.whole'
  const ofFound =
    found === null || found.length === 0
      ? []
      : [
          {
            label: t('export.found', { count: found.length, found: number(found.length) }),
            start: saveTable(found, t('file.found', { month })),
          },
        ]
  return (
    <ExportMenu
      choices={[
        ...ofFound,
        {
          label: t(`${all}.workbook`),
          start: () => void workbook.start({ month, by }, t('file.workbook', { month })),
        },
        { label: t(`${all}.lines`), start: saveTable('lines', t('file.lines', { month })) },
        { label: t(`${all}.sessions`), start: saveTable('sessions', t('file.sessions', { month, name: '' })) },
      ]}
      rows={workbook.sessions ?? table.rows}
      onCancel={workbook.sessions === null ? table.cancel : workbook.cancel}
    />
  )
}
