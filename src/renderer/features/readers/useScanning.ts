import { useNotice } from '@renderer/components'
import { useExplain } from '@renderer/i18n/useExplain'
import { useClient } from '@renderer/link'
import { useCallback } from 'react'
import { useTapDesk } from './deskTap'

/** What a scan field does with what it got: asks what it means and hands it on as a tap. */
export function useScanning(): (text: string) => void {
  const client = useClient()
  const desk = useTapDesk()
  const notice = useNotice()
  const explain = useExplain()
  return useCallback(
    (text) => {
      client.readers.scanned({ text }).then(
        (outcome) => desk.tapped({ reader: null, text, outcome }),
        (error) => notice({ text: explain(error).sentence, severity: 'error' }),
      )
    },
    [client, desk, notice, explain],
  )
}
