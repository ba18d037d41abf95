import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { textStart } from '@main/files/textStart'
import { expect, test } from 'vitest'
import { testFolder } from '../../support/testStore'

const startOf = (bytes: Buffer | string, max = 100) => {
  const file = join(testFolder(), 'log')
  writeFileSync(file, bytes)
  return textStart(file, max)
}

test('a short text is shown whole', async () => {
  expect(await startOf('boot\nready\n')).toEqual({
    kind: 'text',
    text: 'boot\nready\n',
    isWhole: true,
    wasPacked: false,
  })
})

test('of a long one the beginning is, without half a character at its end', async () => {
  expect(await startOf('€'.repeat(100), 100)).toEqual({
    kind: 'text',
    text: '€'.repeat(33),
    isWhole: false,
    wasPacked: false,
  })
})

test('a gzipped one is unpacked, and a bomb only as far as it is shown', async () => {
  expect(await startOf(gzipSync('boot'))).toMatchObject({ text: 'boot', isWhole: true, wasPacked: true })
  const bomb = gzipSync(Buffer.alloc(50_000_000, 'x'))
  expect(await startOf(bomb)).toMatchObject({ text: 'x'.repeat(100), isWhole: false })
})

test('what is no UTF-8 is read as Latin-1; what has a NUL, or only looks gzipped, is no text', async () => {
  expect(await startOf(Buffer.from('S\xe4ule', 'latin1'))).toMatchObject({ text: 'Säule' })
  expect(await startOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ kind: 'not-text' })
  expect(await startOf(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toEqual({ kind: 'not-text' })
  expect(await startOf('')).toMatchObject({ kind: 'text', text: '' })
})
