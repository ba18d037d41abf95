import { useExplain } from '@renderer/i18n/useExplain'
import { useFormat } from '@renderer/i18n/useFormat'
import type { TableFormat, TablePart } from '@shared/contract/ledger'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GrowingFile } from './growingFile'
import { useNotice } from './NoticeProvider'
import { CSV_TYPE, saveBlob } from './saveText'

/** How often the number of rows on screen changes at most, in milliseconds. */
const SHOWN_EVERY_MS = 100

/**
 * Fetches a table part by part and saves it. `rows` is how many have come, null while none is fetched; leaving the
 * page or `cancel` ends it on both sides, and nothing is saved.
 */
export function useTableExport(open: (format: TableFormat, signal: AbortSignal) => Promise<AsyncIterable<TablePart>>) {
  const { t } = useTranslation('common')
  const notice = useNotice()
  const explain = useExplain()
  const format = useFormat()
  const [rows, setRows] = useState<number | null>(null)
  const underWay = useRef<AbortController>(undefined)
  useEffect(() => () => underWay.current?.abort(), [])

  const start = async (chosen: TableFormat, fileName: string) => {
    const cancel = new AbortController()
    underWay.current = cancel
    setRows(0)
    try {
      const file = new GrowingFile()
      let came = 0
      let shownAt = 0
      for await (const part of await open(chosen, cancel.signal)) {
        if (cancel.signal.aborted) break
        file.add(part.text)
        came = part.rows
        if (performance.now() - shownAt >= SHOWN_EVERY_MS) {
          shownAt = performance.now()
          setRows(came)
        }
      }
      if (cancel.signal.aborted) return
      saveBlob(file.finish(CSV_TYPE), fileName)
      notice({ text: t('tableExport.saved', { file: fileName, rows: format.number(came) }) })
    } catch (error) {
      if (cancel.signal.aborted) return
      notice({ text: t('tableExport.failed', { reason: explain(error).sentence }), severity: 'error' })
    } finally {
      setRows(null)
    }
  }
  const cancel = () => {
    underWay.current?.abort()
    notice({ text: t('tableExport.cancelled'), severity: 'info' })
  }
  return { rows, start, cancel }
}
