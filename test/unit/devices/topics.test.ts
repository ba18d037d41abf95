import { covers, isFilter, isTopic, TOPIC_MAX_BYTES, TOPIC_MAX_LEVELS } from '@shared/devices/topics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('what a filter covers', () => {
  test.each([
    ['a/b', 'a/b', true],
    ['a/b', 'a/c', false],
    ['a/b', 'a', false],
    ['a', 'a/b', false],
    ['a/+', 'a/b', true],
    ['a/+', 'a/+', true],
    ['a/+', 'a/#', false],
    ['a/+', 'a', false],
    ['a/+', 'a/b/c', false],
    ['a/#', 'a', true],
    ['a/#', 'a/b/c', true],
    ['a/#', 'a/+/c', true],
    ['a/#', 'a/#', true],
    ['a/#', '#', false],
    ['a/#', '+/b', false],
    ['+/b', 'a/b', true],
    ['+/b', '#', false],
    ['a/+/#', 'a/#', false],
    ['a/+/#', 'a/b', true],
    ['#', '#', true],
    ['#', '+/+', true],
    ['#', '/', true],
    ['+', '', true],
    ['+/+', '/', true],
    ['#', '$SYS/x', false],
    ['+/x', '$SYS/x', false],
    ['$aws/#', '$aws/x', true],
    ['a/b', 'a/+', false],
  ])('%s over %s: %s', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected)
  })

  /** Every topic over two names with up to four levels: what a filter of up to three levels does, these show. */
  const topics = [1, 2, 3, 4].flatMap((length) =>
    Array.from({ length: 2 ** length }, (_, bits) =>
      Array.from({ length }, (_, place) => ((bits >> place) & 1 ? 'a' : 'b')).join('/'),
    ),
  )
  // "c" in the place of "a": a name that is in no filter, as there always is one.
  const all = [
    ...topics,
    ...topics.map((topic) => topic.replaceAll('b', 'c')),
    ...topics.map((topic) => topic.replaceAll('a', 'c')),
  ]
  const filter = fc
    .tuple(fc.array(fc.constantFrom('a', 'b', '+'), { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([levels, open]) => [...levels, ...(open ? ['#'] : [])].join('/'))

  test('says yes exactly where no topic is in the inner one alone', () => {
    fc.assert(
      fc.property(filter, filter, (outer, inner) => {
        const escapes = all.some((topic) => covers(inner, topic) && !covers(outer, topic))
        expect(covers(outer, inner)).toBe(!escapes)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('what can be a topic or a filter', () => {
  test.each(['a', '/', 'a//b', '#', '+', 'a/+/b', 'a/#', '+/#', 'Zähler/한국'])('%s is a filter', (filter) => {
    expect(isFilter(filter)).toBe(true)
  })
  test.each([
    '',
    'a#',
    'a/#/b',
    'a+',
    'a/b+',
    'a\0b',
    'x'.repeat(TOPIC_MAX_BYTES + 1),
    'ä'.repeat(TOPIC_MAX_BYTES / 2 + 1),
  ])('this is none (%#)', (filter) => {
    expect(isFilter(filter)).toBe(false)
  })
  test('a topic has no wildcards, and only so many levels', () => {
    expect(isTopic('a/b')).toBe(true)
    expect(isTopic('a/+')).toBe(false)
    expect(isTopic('a/#')).toBe(false)
    expect(isTopic(Array(TOPIC_MAX_LEVELS).fill('a').join('/'))).toBe(true)
    expect(
      isTopic(
        Array(TOPIC_MAX_LEVELS + 1)
          .fill('a')
          .join('/'),
      ),
    ).toBe(false)
  })
})
