import type { TableFormat, TablePart } from '@shared/contract/ledger'
import { useTranslation } from 'react-i18next'
import { ExportMenu } from './ExportMenu'
import { excelFormat, PLAIN_FORMAT } from './tableFormats'
import { useTableExport } from './useTableExport'

interface TableExportProps {
  /** Opens the table; its parts come as long as they are read and `signal` is not aborted. */
  readonly open: (format: TableFormat, signal: AbortSignal) => Promise<AsyncIterable<TablePart>>
  /** What the file is called when it is saved. */
  readonly fileName: () => string
  /** Rows that it will have, where that is known. */
  readonly total?: number
}

/** A button that saves a table as a file, in the way of Excel or of other programs. */
export function TableExport({ open, fileName, total }: TableExportProps) {
  const { t } = useTranslation('common')
  const { rows, start, cancel } = useTableExport(open)
  const choose = (label: string, format: TableFormat) => ({ label, start: () => void start(format, fileName()) })
  return (
    <ExportMenu
      choices={[
        choose(t('tableExport.forExcel'), excelFormat(navigator.language)),
        choose(t('tableExport.forOthers'), PLAIN_FORMAT),
      ]}
      rows={rows}
      total={total}
      onCancel={cancel}
    />
  )
}
