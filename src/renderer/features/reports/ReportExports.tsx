import { ExportMenu } from '@renderer/components/ExportMenu'
import { excelFormat } from '@renderer/components/tableFormats'
import { useTableExport } from '@renderer/components/useTableExport'
import { useClient } from '@renderer/link'
import type { Grouping } from '@shared/contract/reports'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkbook } from './useWorkbook'

interface ReportExportsProps {
  readonly month: string
  readonly by: Grouping
}

/** Saves a report: as a workbook, or its lines or sessions as a table. */
export function ReportExports({ month, by }: ReportExportsProps) {
  const { t } = useTranslation('reports')
  const client = useClient()
  const workbook = useWorkbook()
  const which = useRef<'lines' | 'sessions'>('lines')
  const table = useTableExport((chosen, signal) =>
    client.reports.table({ month, by, rows: which.current, ...chosen }, { signal }),
  )
  const saveTable = (wanted: 'lines' | 'sessions', fileName: string) => () => {
    which.current = wanted
    void table.start(excelFormat(navigator.language), fileName)
  }
  return (
    <ExportMenu
      choices={[
        {
          label: t('export.workbook'),
          start: () => void workbook.start({ month, by }, t('file.workbook', { month })),
        },
        { label: t('export.lines'), start: saveTable('lines', t('file.lines', { month })) },
        { label: t('export.sessions'), start: saveTable('sessions', t('file.sessions', { month, name: '' })) },
      ]}
      rows={workbook.sessions ?? table.rows}
      onCancel={workbook.sessions === null ? table.cancel : workbook.cancel}
    />
  )
}
