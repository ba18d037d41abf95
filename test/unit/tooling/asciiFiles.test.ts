import { expect, test } from 'vitest'
import { inAscii } from '../../../vite.ascii'

// What is in the program's texts, its templates and its regular expressions, with characters of one unit and of two.
const SAMPLES = [
  `"’→é\\n…"`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the template that is written differently.
  '`${"a"}\u{1f50c}－`',
  '/[\u{1f50c}]/u.test("\u{1f50c}")',
]

test('a file in ASCII says the same as before', () => {
  for (const sample of SAMPLES) {
    const written = inAscii(sample)
    expect(written).toMatch(/^[\0-\x7f]+$/)
    expect(new Function(`return ${written}`)()).toEqual(new Function(`return ${sample}`)())
  }
  expect(new RegExp(inAscii('^[＝－]é\u{1f50c}$'), 'u').test('－é\u{1f50c}')).toBe(true)
  expect(inAscii('plain "text"')).toBe('plain "text"')
})
