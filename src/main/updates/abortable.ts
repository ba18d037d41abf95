/**
 * The parts of a source until it ends or `signal` is aborted, whichever comes first. What the source is waiting for is
 * left alone then: a network drive that has gone answers its reader minutes later, or never.
 * @throws the signal's reason
 */
export async function* abortable<Part>(
  source: AsyncIterable<Part>,
  signal: AbortSignal,
): AsyncGenerator<Part, void, void> {
  signal.throwIfAborted()
  const parts = source[Symbol.asyncIterator]()
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason)
  })
  signal.addEventListener('abort', onAbort, { once: true })
  let isDone = false
  try {
    for (;;) {
      const next = await Promise.race([parts.next(), aborted])
      if (next.done) {
        isDone = true
        return
      }
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    if (!isDone) parts.return?.().catch(() => {})
  }
}
