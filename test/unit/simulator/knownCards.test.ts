import { AuthCache } from '@simulator/authorization/authCache'
import { LocalList } from '@simulator/authorization/localList'
import { describe, expect, test } from 'vitest'

const good = { status: 'Accepted', group: null, expiresAt: null }
const card = (value: string, knowledge: typeof good | null = good) => ({ value, type: 'ISO14443', knowledge })

describe('the local list', () => {
  test('a full one replaces, also by nothing; a differential one adds, changes and removes', () => {
    const list = new LocalList(3)
    expect(list.update(1, true, [card('AA'), card('BB')])).toBe('Accepted')
    expect(list.update(2, false, [card('aa', null), card('CC'), card('BB', { ...good, status: 'Blocked' })])).toBe(
      'Accepted',
    )
    expect(list.entries.map(({ value, knowledge }) => [value, knowledge.status])).toEqual([
      ['BB', 'Blocked'],
      ['CC', 'Accepted'],
    ])
    expect(list.update(9, true, [])).toBe('Accepted')
    expect([list.version, list.entries]).toEqual([9, []])
  })

  test('takes an update as a whole or not at all', () => {
    const list = new LocalList(2)
    list.update(5, true, [card('AA')])
    expect(list.update(5, false, [card('BB')])).toBe('VersionMismatch')
    expect(list.update(6, false, [card('BB'), card('bb')])).toBe('Failed')
    expect(list.update(6, false, [card('BB'), card('CC')])).toBe('Failed')
    expect(list.update(6, true, [card('BB', null)])).toBe('Failed')
    expect(list.update(0, true, [])).toBe('Failed')
    expect([list.version, list.entries.map(({ value }) => value)]).toEqual([5, ['AA']])
  })

  test('kind and value make a card', () => {
    const list = new LocalList(2)
    list.update(1, true, [card('AA')])
    expect(list.find({ value: 'aa', type: 'ISO14443' })).toEqual(good)
    expect(list.find({ value: 'AA', type: 'KeyCode' })).toBeNull()
  })
})

test('the cache forgets the oldest, and never remembers what is no card', () => {
  const cache = new AuthCache(2)
  for (const value of ['AA', 'BB', 'AA', 'CC']) cache.learn({ value, type: null }, good)
  cache.learn({ value: '', type: 'NoAuthorization' }, good)
  expect(['AA', 'BB', 'CC'].map((value) => cache.find({ value, type: null }) !== null)).toEqual([true, false, true])
  expect(cache.size).toBe(2)
  cache.clear()
  expect(cache.size).toBe(0)
})
