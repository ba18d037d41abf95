import { createByteReader } from '@main/backup/byteReader'
import { BACKUP_FORMAT, readHeader, writeHeader } from '@main/backup/header'
import { openStream, PART_OCTETS, sealStream } from '@main/backup/sealedStream'
import { AppError } from '@shared/errors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHEAP, inPieces } from '../../support/testBackup'

const KEY = Buffer.alloc(32, 7)
const DIGEST = Buffer.alloc(32, 9)

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
}

const seal = (plain: Buffer, pieceLength = 5_000) => collect(sealStream(inPieces(plain, pieceLength), KEY, DIGEST))
const unseal = (sealed: Buffer, key = KEY, digest = DIGEST) =>
  collect(openStream(createByteReader(inPieces(sealed, 10_000)), key, digest))
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

function pattern(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 0xff))
}

describe('the sealed stream', () => {
  it('gives back what went in, whatever its length and its pieces', async () => {
    const lengths = fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: -2, max: 2 }).map((more) => PART_OCTETS + more),
      fc.integer({ min: -2, max: 2 }).map((more) => 2 * PART_OCTETS + more),
    )
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 1, max: 200_000 }), async (length, piece) => {
        const plain = pattern(length)
        expect((await unseal(await seal(plain, piece))).equals(plain)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('says that it is cut off wherever it ends too early', async () => {
    const sealed = await seal(pattern(2 * PART_OCTETS + 50))
    const part = 4 + PART_OCTETS + 16
    const boundaries = [0, 1, 3, 4, 5, part - 1, part, part + 3, part + 4, 2 * part, 2 * part + 4, sealed.length - 1]
    for (const end of boundaries) expect(await codeOf(unseal(sealed.subarray(0, end))), `${end}`).toBe('BACKUP_CUT_OFF')
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 1 }), async (end) => {
        expect(await codeOf(unseal(sealed.subarray(0, end)))).toBe('BACKUP_CUT_OFF')
      }),
      { numRuns: 60 },
    )
  })

  it('is cut off at every single byte of a short one', async () => {
    const sealed = await seal(pattern(120))
    for (let end = 0; end < sealed.length; end += 1) {
      expect(await codeOf(unseal(sealed.subarray(0, end))), `${end}`).toBe('BACKUP_CUT_OFF')
    }
  })

  it('never opens when any bit was changed', async () => {
    const short = await seal(pattern(40))
    for (let bit = 0; bit < short.length * 8; bit += 1) {
      const changed = Buffer.from(short)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(['BACKUP_DAMAGED', 'BACKUP_CUT_OFF'], `${bit}`).toContain(await codeOf(unseal(changed)))
    }
  })

  it('does not open with parts swapped, repeated, left out or added, nor for another key or header', async () => {
    const sealed = await seal(pattern(3 * PART_OCTETS))
    const length = 4 + PART_OCTETS + 16
    const [a, b, c] = [0, 1, 2].map((place) => sealed.subarray(place * length, (place + 1) * length)) as [
      Buffer,
      Buffer,
      Buffer,
    ]
    for (const order of [[b, a, c], [a, a, b, c], [a, c], [b, c], [a, b, c, c], [c]]) {
      expect(await codeOf(unseal(Buffer.concat(order)))).toBe('BACKUP_DAMAGED')
    }
    expect(await codeOf(unseal(Buffer.concat([a, b])))).toBe('BACKUP_CUT_OFF')
    expect(await codeOf(unseal(sealed, Buffer.alloc(32, 8)))).toBe('BACKUP_DAMAGED')
    expect(await codeOf(unseal(sealed, KEY, Buffer.alloc(32)))).toBe('BACKUP_DAMAGED')
  })
})

describe('the header', () => {
  const header = {
    program: '1.2.3',
    siteName: 'Depot “Süd”',
    createdAt: 5,
    scrypt: CHEAP,
    salt: 'AAAA',
    check: 'BBBB',
  }
  const { bytes, digest } = writeHeader(header)
  const read = (from: Buffer) => readHeader(createByteReader(inPieces(from, 7)))

  it('is read as it was written', async () => {
    expect(await read(bytes)).toEqual({ header, digest })
  })

  it('is no backup, cut off, damaged or too new, and never anything else', async () => {
    for (let end = 0; end < bytes.length; end += 1) {
      expect(await codeOf(read(bytes.subarray(0, end))), `${end}`).toBe(end < 14 ? 'NO_BACKUP' : 'BACKUP_CUT_OFF')
    }
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const expected = at < 8 ? ['NO_BACKUP'] : ['BACKUP_DAMAGED', 'BACKUP_CUT_OFF', 'BACKUP_TOO_NEW']
      expect(expected, `${at}`).toContain(await codeOf(read(changed)))
    }
    expect(await codeOf(read(Buffer.from('%PDF-1.7 something else altogether')))).toBe('NO_BACKUP')
  })

  it('of a later format names both versions', async () => {
    const later = Buffer.from(bytes)
    later.writeUInt16BE(BACKUP_FORMAT + 1, 8)
    await expect(read(later)).rejects.toMatchObject({
      code: 'BACKUP_TOO_NEW',
      data: {
        found: { text: `backup format ${BACKUP_FORMAT + 1}` },
        known: { text: `backup format ${BACKUP_FORMAT}` },
      },
    })
  })

  it('may not ask for more memory than a passphrase is worth', async () => {
    const greedy = writeHeader({ ...header, scrypt: { N: 2 ** 30, r: 8, p: 1 } })
    expect(await codeOf(read(greedy.bytes))).toBe('BACKUP_DAMAGED')
  })
})
