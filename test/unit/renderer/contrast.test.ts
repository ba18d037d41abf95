import { contrast } from '@renderer/app/theme/contrast'
import { dark, light } from '@renderer/app/theme/tokens'
import { describe, expect, it } from 'vitest'

const NEEDED = 4.5

describe('contrast', () => {
  it('is 21 between black and white, and 1 of a colour with itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#0a6464', '#0a6464')).toBe(1)
  })
})

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, tokens) => {
  const surfaces = [tokens.page, tokens.surface, tokens.raised]
  const inks = { text: tokens.text, textQuiet: tokens.textQuiet, accent: tokens.accent, ...tokens.status }

  it.each(Object.entries(inks))('shows %s at 4.5:1 or better on every surface', (_ink, colour) => {
    for (const surface of surfaces) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(NEEDED)
  })

  it.each(Object.entries(tokens.chart))('shows %s in a chart at 3:1 or better on every surface', (_line, colour) => {
    for (const surface of surfaces) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(3)
  })

  it('shows the words on its buttons at 4.5:1 or better', () => {
    expect(contrast(tokens.onAccent, tokens.accent)).toBeGreaterThanOrEqual(NEEDED)
    expect(contrast(tokens.onAccent, tokens.accentStrong)).toBeGreaterThanOrEqual(NEEDED)
    for (const colour of Object.values(tokens.status)) {
      expect(contrast(tokens.surface, colour)).toBeGreaterThanOrEqual(NEEDED)
    }
  })
})
