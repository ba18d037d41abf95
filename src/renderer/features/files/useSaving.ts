import { safeFileName, saveBlob } from '@renderer/components/saveText'
import { useClient } from '@renderer/link'
import type { StoredFile } from '@shared/contract/files'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { fetchFile } from './fileTransfer'

/** Fetches a file and hands it to the browser to be saved; leaving the screen ends it. */
export function useSaving(file: StoredFile) {
  const client = useClient()
  const [done, setDone] = useState(0)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const saving = useMutation({
    mutationFn: () => {
      stop.current = new AbortController()
      setDone(0)
      return fetchFile(client, file.id, stop.current.signal, setDone)
    },
    onSuccess: (blob) => saveBlob(blob, safeFileName(file.name)),
  })
  return { start: () => saving.mutate(), busy: saving.isPending, done, error: saving.error }
}
