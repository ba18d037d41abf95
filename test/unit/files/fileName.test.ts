import { shownName, urlName } from '@main/files/fileName'
import { expect, test } from 'vitest'

test.each([
  ['diag.zip', 'diag.zip'],
  ['/var/log/diag.zip', 'diag.zip'],
  ['C:\\logs\\diag.zip', 'diag.zip'],
  ['a:b|c?.log', 'a_b_c_.log'],
  ['Säule 3.log', 'Säule 3.log'],
  ['x\u202egpj.exe', 'x⟨U+202E⟩gpj.exe'],
  ['..', null],
  [' . ', null],
  ['', null],
  [null, null],
  ['logs/', null],
])('%j is shown as %j', (said, shown) => {
  expect(shownName(said)).toBe(shown)
})

test('a long name keeps its end, which says what kind of file it is', () => {
  const name = shownName(`${'x'.repeat(500)}.tar.gz`)
  expect(name).toHaveLength(120)
  expect(name).toMatch(/\.tar\.gz$/)
})

test.each([
  ['post-22 v4.bin', 'post-22_v4.bin'],
  ['Säule.fw', 'Sa_ule.fw'],
  ['../../x.bin', 'x.bin'],
  ['固件', 'file'],
])('%j is called %j in a URL', (name, inUrl) => {
  expect(urlName(name)).toBe(inUrl)
})
