import { abortable } from '@main/updates/abortable'
import { describe, expect, it } from 'vitest'

async function all<Part>(parts: AsyncIterable<Part>): Promise<Part[]> {
  const got: Part[] = []
  for await (const part of parts) got.push(part)
  return got
}

describe('a source that can be left', () => {
  it('gives what there is, and ends with it', async () => {
    const parts = async function* () {
      yield 1
      yield 2
    }
    expect(await all(abortable(parts(), new AbortController().signal))).toEqual([1, 2])
  })

  it('is left at once, also while it waits for what never comes', async () => {
    const never = async function* () {
      yield 1
      await new Promise(() => {})
    }
    const stop = new AbortController()
    const got: number[] = []
    const read = async () => {
      for await (const part of abortable(never(), stop.signal)) {
        got.push(part)
        queueMicrotask(() => stop.abort(new Error('enough')))
      }
    }
    await expect(read()).rejects.toThrow('enough')
    expect(got).toEqual([1])
    await expect(all(abortable(never(), stop.signal))).rejects.toThrow('enough')
  })

  it('is closed when its reader has enough', async () => {
    let isClosed = false
    const parts = async function* () {
      try {
        for (;;) yield 1
      } finally {
        isClosed = true
      }
    }
    for await (const part of abortable(parts(), new AbortController().signal)) {
      expect(part).toBe(1)
      break
    }
    expect(isClosed).toBe(true)
  })
})
