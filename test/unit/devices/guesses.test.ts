import { isToken, newTokenSecret, readBearer, tokenText } from '@main/secrets/bearerToken'
import { createGuesses } from '@main/secrets/guesses'
import { digestOf } from '@main/secrets/secret'
import { describe, expect, test } from 'vitest'

describe('guesses', () => {
  test('block an address after so many within a window, and nobody else', () => {
    let now = 0
    const guesses = createGuesses(() => now, { wrong: 2, windowMs: 1_000, addresses: 10 })
    guesses.wrong('a')
    expect(guesses.blockedFor('a')).toBe(0)
    now = 400
    guesses.wrong('a')
    expect([guesses.blockedFor('a'), guesses.blockedFor('b')]).toEqual([600, 0])
    now = 1_000
    expect(guesses.blockedFor('a')).toBe(0)
    guesses.wrong('a')
    expect(guesses.blockedFor('a')).toBe(0)
  })

  test('forget who was counted longest when too many are', () => {
    const guesses = createGuesses(() => 0, { wrong: 1, windowMs: 1_000, addresses: 2 })
    for (const address of ['a', 'b', 'c']) guesses.wrong(address)
    expect(['a', 'b', 'c'].map((address) => guesses.blockedFor(address))).toEqual([0, 1_000, 1_000])
  })
})

describe('a token', () => {
  const secret = newTokenSecret()
  const text = tokenText('device', 12, secret)

  test('is read from its header, for what it is', () => {
    expect(readBearer('device', `Bearer ${text}`)).toEqual({ id: 12, secret })
    expect(readBearer('device', `bearer  ${text} `)).toEqual({ id: 12, secret })
    expect(readBearer('api', `Bearer ${text}`)).toBeNull()
    for (const bad of [
      undefined,
      '',
      text,
      `Basic ${text}`,
      `Bearer ${text}x`,
      `Bearer chd_1_short`,
      'x'.repeat(400),
    ]) {
      expect(readBearer('device', bad)).toBeNull()
    }
  })

  test('is the one whose digest is kept, and no other', () => {
    expect(isToken({ id: 12, secret }, digestOf(secret))).toBe(true)
    expect(isToken({ id: 12, secret: newTokenSecret() }, digestOf(secret))).toBe(false)
    expect(isToken({ id: 12, secret }, undefined)).toBe(false)
  })
})
