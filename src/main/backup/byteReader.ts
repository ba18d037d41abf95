/** Takes a stream of bytes apart into pieces of wanted lengths, holding no more than one piece and what came with it. */
export interface ByteReader {
  /** The next `count` bytes; null when fewer are left. */
  take(count: number): Promise<Buffer | null>
  /** Up to `most` of the next bytes, whatever is at hand; null at the end. */
  some(most: number): Promise<Buffer | null>
  /** Whether everything has been taken. */
  isAtEnd(): Promise<boolean>
  /** Ends the source before its end. */
  close(): Promise<void>
}

export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = source[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  let isOver = false

  /** Reads on until there are so many bytes, or no more. */
  const hold = async (count: number) => {
    const pieces: Uint8Array[] = [held]
    let length = held.length
    while (!isOver && length < count) {
      const next = await iterator.next()
      if (next.done) {
        isOver = true
        break
      }
      pieces.push(next.value)
      length += next.value.length
    }
    if (pieces.length > 1) held = Buffer.concat(pieces, length)
  }
  const cut = (count: number) => {
    const piece = held.subarray(0, count)
    held = held.subarray(count)
    return piece
  }

  return {
    async take(count) {
      await hold(count)
      return held.length < count ? null : cut(count)
    },
    async some(most) {
      await hold(1)
      return held.length === 0 ? null : cut(Math.min(most, held.length))
    },
    async isAtEnd() {
      await hold(1)
      return held.length === 0
    },
    async close() {
      isOver = true
      await iterator.return?.()
    },
  }
}
