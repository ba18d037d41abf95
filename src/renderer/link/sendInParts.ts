export interface PartsToSend {
  /** Most bytes of one part. */
  readonly partBytes: number
  readonly signal: AbortSignal
  /** Bytes so far. */
  readonly onProgress: (bytes: number) => void
}

type Append = (part: {
  offset: number
  data: string
}) => Promise<{ kind: 'received' | 'out-of-place'; received: number }>

/**
 * Hands a file to the server part by part, in order. `out-of-place`: the server has another idea of what has come.
 * @throws DOMException when the file is not as it was when it was chosen
 */
export async function sendInParts(
  file: File,
  append: Append,
  { partBytes, signal, onProgress }: PartsToSend,
): Promise<'sent' | 'out-of-place' | 'cancelled'> {
  let offset = 0
  while (offset < file.size) {
    if (signal.aborted) return 'cancelled'
    const data = await toBase64(file.slice(offset, offset + partBytes))
    const answer = await append({ offset, data })
    if (answer.kind === 'out-of-place') return 'out-of-place'
    offset = answer.received
    onProgress(offset)
  }
  return signal.aborted ? 'cancelled' : 'sent'
}

/** Read by the browser itself: its reader writes base64 much faster than a script. */
function toBase64(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(part)
  })
}
