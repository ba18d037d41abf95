import { checkDraft, draftOf } from '@renderer/features/files/firmwareDraft'
import { readableText } from '@renderer/features/files/readableText'
import { formatSize } from '@renderer/i18n/format'
import { describe, expect, it } from 'vitest'

describe('the description of a firmware', () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
  const check = (part: object) => checkDraft({ ...draftOf(null), ...part })

  it('is sent without the spaces around it, and without a signature when there is none', () => {
    expect(check({ version: ' 4.1 ', note: '\n' })).toEqual({
      kind: 'good',
      texts: { version: '4.1', vendor: '', model: '', note: '', signingCertificate: null, signature: null },
    })
  })

  it('may have a signature with line breaks in it', () => {
    const checked = check({ signingCertificate: `\n${certificate}\n`, signature: 'c2ln\nbmVk\n' })
    expect(checked).toMatchObject({ texts: { signingCertificate: certificate, signature: 'c2lnbmVk' } })
  })

  it.each([
    [{ signature: 'c2ln' }, { signingCertificate: 'alone' }],
    [{ signingCertificate: certificate }, { signature: 'alone' }],
    [{ signingCertificate: 'hello', signature: 'c2ln' }, { signingCertificate: 'certificate' }],
    [{ signingCertificate: certificate, signature: 'no base64!' }, { signature: 'signature' }],
    [{ signingCertificate: certificate, signature: 'A'.repeat(801) }, { signature: 'signature' }],
  ])('%j is sent back', (part, problems) => {
    expect(check(part)).toEqual({ kind: 'bad', problems })
  })
})

it('a log is shown with its lines and tabs, and with what is hidden in it', () => {
  expect(readableText('a\tb\r\nc\u0007\rd\u202e\n')).toBe('a\tb\nc⟨U+0007⟩\nd⟨U+202E⟩\n')
})

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_234, '1.2 kB'],
  [30_000_000, '30 MB'],
  [5_432_100_000, '5.4 GB'],
  [9e13, '90,000 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatSize(bytes, 'en')).toBe(words)
})
