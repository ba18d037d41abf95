import { useNotice } from '@renderer/components'
import { safeFileName, saveBlob } from '@renderer/components/saveText'
import { useExplain } from '@renderer/i18n/useExplain'
import { useOrpc } from '@renderer/link'
import { useMutation } from '@tanstack/react-query'

/** Prints the page: into a file where the program has its own window, and with the browser's own dialog elsewhere. */
export function usePrint(fileName: string) {
  const notice = useNotice()
  const explain = useExplain()
  const isOwnWindow = navigator.userAgent.includes('Electron')
  const save = useMutation(
    useOrpc().reports.print.mutationOptions({
      onSuccess: (outcome) => {
        if (outcome.kind === 'not-here') return window.print()
        const bytes = Uint8Array.from(atob(outcome.data), (character) => character.charCodeAt(0))
        saveBlob(new Blob([bytes], { type: 'application/pdf' }), safeFileName(fileName))
      },
      onError: (error) => notice({ text: explain(error).sentence, severity: 'error' }),
    }),
  )
  return { print: () => (isOwnWindow ? save.mutate(undefined) : window.print()), busy: save.isPending }
}
