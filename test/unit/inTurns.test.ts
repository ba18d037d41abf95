import { createTurns, createTurnsOf } from '@main/inTurns'
import { expect, test } from 'vitest'

test('work takes its turn in the order it came, so much at a time, also after one that failed', async () => {
  const inTurn = createTurns(2)
  const log: string[] = []
  const ends: (() => void)[] = []
  const work = (name: string) =>
    inTurn(async () => {
      log.push(name)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (name === 'a') throw new Error('failed')
    }).catch(() => log.push(`${name} failed`))
  const all = ['a', 'b', 'c', 'd'].map(work)
  await Promise.resolve()
  expect(log).toEqual(['a', 'b'])
  ends[0]?.()
  await all[0]
  expect(log).toEqual(['a', 'b', 'c', 'a failed'])
  ends[1]?.()
  await all[1]
  expect(log.at(-1)).toBe('d')
  for (const end of ends) end()
  await Promise.all(all)
})

test('work about one thing waits for its turn, also after one that failed, and for nothing about another', async () => {
  const { inTurn, settled } = createTurnsOf<string>()
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const work = (key: string, name: string) =>
    inTurn(key, async () => {
      log.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      if (name === 'a') throw new Error('failed')
      return name
    })
  const a = work('one', 'a').catch(() => 'a failed')
  const [b, c] = [work('one', 'b'), work('other', 'c')]
  await Promise.resolve()
  expect(log).toEqual(['a', 'c'])
  ends.get('c')?.()
  ends.get('a')?.()
  expect(await Promise.all([a, c])).toEqual(['a failed', 'c'])
  await expect.poll(() => log).toEqual(['a', 'c', 'b'])
  let isSettled = false
  const all = settled().then(() => {
    isSettled = true
  })
  await Promise.resolve()
  expect(isSettled).toBe(false)
  ends.get('b')?.()
  expect(await b).toBe('b')
  await all
})
