import { isIdentity } from '@shared/ocpp/station'
import { isPrintable, showUnprintable } from '@shared/printable'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const HIDDEN = [
  ['a turned direction of writing', 'CP\u202e1', 'CP⟨U+202E⟩1'],
  ['an isolate', '\u2066CP', '⟨U+2066⟩CP'],
  ['a zero-width space', 'C\u200bP', 'C⟨U+200B⟩P'],
  ['a soft hyphen', 'C\u00adP', 'C⟨U+00AD⟩P'],
  ['a byte order mark', 'C\ufeffP', 'C⟨U+FEFF⟩P'],
  ['a line feed', 'C\nP', 'C⟨U+000A⟩P'],
  ['a control of the upper half', 'C\u0085P', 'C⟨U+0085⟩P'],
  ['a line separator', 'C\u2028P', 'C⟨U+2028⟩P'],
  ['a letter that is blank', 'C\u3164P', 'C⟨U+3164⟩P'],
  ['a tag beyond the first plane', 'C\u{e0041}P', 'C⟨U+E0041⟩P'],
  ['half of a pair', 'C\ud800P', 'C⟨U+D800⟩P'],
] as const

describe('a text with', () => {
  it.each(HIDDEN)('%s is shown with its number', (_what, text, shown) => {
    expect(isPrintable(text)).toBe(false)
    expect(showUnprintable(text)).toBe(shown)
  })

  it.each(HIDDEN)('%s is no identity of a station', (_what, text) => {
    expect(isIdentity(text)).toBe(false)
  })
})

it('shows text that can be seen as it is', () => {
  for (const text of ['', 'CP_1', 'Ladesäule 1', 'שלום', '充电桩', '€ 5 · ½', 'نقطة', '🔌']) {
    expect(isPrintable(text)).toBe(true)
    expect(showUnprintable(text)).toBe(text)
  }
})

it('leaves nothing hidden in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isPrintable(showUnprintable(text))).toBe(true)
    }),
  )
})

it.each(['CP_1', 'Ladesäule 1', '充电桩-7', 'X'.repeat(48), '100%'])('%s can be the identity of a station', (text) => {
  expect(isIdentity(text)).toBe(true)
})

it.each(['', ' CP', 'X'.repeat(49), 'a:b', 'a/b', 'a\\b', 'a?b', 'a#b', 'CP\u00a01', 'CP\u30001'])(
  '%j can’t be the identity of a station',
  (text) => {
    expect(isIdentity(text)).toBe(false)
  },
)
