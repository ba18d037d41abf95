import { openTogether } from '@main/opened'
import { describe, expect, test } from 'vitest'

/** Something that says when it is closed, a while after it was asked to. */
function thing(name: string, closed: string[], fails = false) {
  return {
    name,
    async close() {
      await Promise.resolve()
      closed.push(name)
      if (fails) throw new Error(`${name} does not close`)
    },
  }
}

describe('things opened together', () => {
  test('are closed once, the newest first, one after the other', async () => {
    const closed: string[] = []
    const all = await openTogether(async (keep) => {
      const store = keep(thing('store', closed))
      keep(thing('ports', closed))
      return { name: store.name, close: () => closed.push('not this one') }
    })
    expect(all.name).toBe('store')
    const first = all.close()
    // Whoever asks meanwhile waits for the same end.
    await all.close()
    expect(closed).toEqual(['ports', 'store'])
    await first
    await all.close()
    expect(closed).toEqual(['ports', 'store'])
  })

  test('are closed at once when the next does not open, whatever their closing meets', async () => {
    const closed: string[] = []
    const opening = openTogether(async (keep) => {
      keep(thing('store', closed))
      keep(thing('broker', closed, true))
      await Promise.reject(new Error('no port'))
      return {}
    })
    await expect(opening).rejects.toThrow('no port')
    expect(closed).toEqual(['broker', 'store'])
  })

  test('are all closed when one of them fails to, which is told', async () => {
    const closed: string[] = []
    const all = await openTogether((keep) => {
      keep(thing('store', closed))
      keep(thing('files', closed, true))
      return {}
    })
    await expect(all.close()).rejects.toThrow('files does not close')
    expect(closed).toEqual(['files', 'store'])
  })
})
