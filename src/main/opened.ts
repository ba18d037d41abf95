/** Something that is closed by whoever opened it. */
interface Closable {
  close(): void | Promise<void>
}

/** Keeps what was opened, to be closed later; hands it back. */
export type Keep = <Thing extends Closable>(thing: Thing) => Thing

/**
 * Opens several things as one. `close` closes what was kept, the newest first, each when the one before is closed. When
 * `open` fails in the middle, what it has kept until then is closed before its error is passed on.
 */
export async function openTogether<Things extends object>(
  open: (keep: Keep) => Things | Promise<Things>,
): Promise<Things & { close(): Promise<void> }> {
  const kept: Closable[] = []
  const closeAll = async () => {
    const failures: unknown[] = []
    for (const thing of kept.splice(0).reverse()) {
      // What was opened earlier is to be closed also when this one can not be.
      await Promise.resolve()
        .then(() => thing.close())
        .catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }
  let closing: Promise<void> | null = null
  // Whoever closes it once more waits for the same end.
  const close = () => {
    closing ??= closeAll()
    return closing
  }
  const keep: Keep = (thing) => {
    kept.push(thing)
    return thing
  }
  try {
    return { ...(await open(keep)), close }
  } catch (error) {
    // Why it does not open is what counts, and not what its closing met beside that.
    await close().catch(() => {})
    throw error
  }
}
