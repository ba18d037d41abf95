import { useNotice } from '@renderer/components'
import { saveBlob } from '@renderer/components/saveText'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient } from '@renderer/link'
import type { MonthRequest } from '@shared/contract/reports'
import { workbook } from '@shared/words/en/workbook'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Media type of a workbook (ECMA-376). */
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const NAMES = Object.keys(workbook) as (keyof typeof workbook)[]

/**
 * Fetches the workbook of a month in the words on screen and saves it. `sessions` is how many have been looked through,
 * null while none is fetched; leaving the page or `cancel` ends it on both sides, and nothing is saved.
 */
export function useWorkbook() {
  const { t } = useTranslation(['reports', 'common'])
  const client = useClient()
  const notice = useNotice()
  const explain = useExplain()
  const [sessions, setSessions] = useState<number | null>(null)
  const underWay = useRef<AbortController>(undefined)
  useEffect(() => () => underWay.current?.abort(), [])

  const start = async (request: MonthRequest, fileName: string) => {
    const cancel = new AbortController()
    underWay.current = cancel
    setSessions(0)
    try {
      const words = Object.fromEntries(NAMES.map((name) => [name, t(`workbook.${name}`)]))
      const parts: Blob[] = []
      for await (const { data, sessions: seen } of await client.reports.workbook(
        { ...request, words },
        { signal: cancel.signal },
      )) {
        parts.push(new Blob([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))]))
        setSessions(seen)
      }
      if (cancel.signal.aborted) return
      saveBlob(new Blob(parts, { type: XLSX_TYPE }), fileName)
      notice({ text: t('saved', { file: fileName }) })
    } catch (error) {
      if (cancel.signal.aborted) return
      notice({ text: t('common:tableExport.failed', { reason: explain(error).sentence }), severity: 'error' })
    } finally {
      setSessions(null)
    }
  }
  const cancel = () => {
    underWay.current?.abort()
    notice({ text: t('common:tableExport.cancelled'), severity: 'info' })
  }
  return { sessions, start, cancel }
}
