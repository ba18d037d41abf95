import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { envelopeHeader, readEnvelope } from '@main/ca/keystore/envelope'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import type { KeyStore } from '@main/ca/keystore/keyStore'
import { passphraseKeyStore } from '@main/ca/keystore/passphraseKeyStore'
import { type SystemCipher, systemKeyStore } from '@main/ca/keystore/systemKeyStore'
import { AppError, type ErrorCode } from '@shared/errors'
import { keyStores } from '@shared/words/en/keyStores'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const SECRET = new TextEncoder().encode('a private key')
const posix = process.platform !== 'win32'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keystore-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A cipher with the shape of the system's: reversible, keyed, and failing on what it did not make. */
function cipher(mask: number, available = true): SystemCipher {
  return {
    available: () => available,
    encrypt: (text) => Buffer.from(`v10${text}`).map((byte) => byte ^ mask),
    decrypt: (sealed) => {
      const text = Buffer.from(sealed.map((byte) => byte ^ mask)).toString()
      if (!text.startsWith('v10')) throw new Error('can not be decrypted')
      return text.slice(3)
    },
  }
}

const stores: Record<KeyStore['kind'], { make: () => KeyStore; other: () => KeyStore; file: () => string }> = {
  'key-file': {
    make: () => fileKeyStore(join(folder, 'site.key')),
    other: () => fileKeyStore(join(folder, 'other.key')),
    file: () => join(folder, 'site.key'),
  },
  passphrase: {
    make: () => passphraseKeyStore('correct horse'),
    other: () => passphraseKeyStore('battery staple'),
    file: () => 'chargehand.db',
  },
  system: {
    make: () => systemKeyStore(cipher(7)),
    other: () => systemKeyStore(cipher(9)),
    file: () => 'chargehand.db',
  },
}
const kinds = Object.keys(stores) as KeyStore['kind'][]

async function faultOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error('no AppError came')
  expect(error.message).not.toContain('{{')
  return error
}
const codeOf = async (work: Promise<unknown>): Promise<ErrorCode> => (await faultOf(work)).code

describe.each(kinds)('the store %s', (kind) => {
  const { make, other, file } = stores[kind]

  test('opens after a restart what it sealed, and leaves the caller’s bytes alone', async () => {
    const plain = Uint8Array.from(SECRET)
    const sealed = await make().seal(plain)
    expect(plain).toEqual(SECRET)
    expect(Buffer.from(sealed).includes(Buffer.from(SECRET))).toBe(false)
    expect(readEnvelope(sealed)?.kind).toBe(kind)
    expect(new Uint8Array(await make().open(sealed))).toEqual(SECRET)
  })

  test('seals nothing twice the same way, and seals nothing at all as well', async () => {
    const store = make()
    if (kind !== 'system') expect(await store.seal(SECRET)).not.toEqual(await store.seal(SECRET))
    expect(await store.open(await store.seal(new Uint8Array()))).toHaveLength(0)
  })

  test('does not open what another secret sealed', async () => {
    const sealed = await other().seal(SECRET)
    await make().seal(SECRET)
    const fault = await faultOf(make().open(sealed))
    expect(fault.code).toBe('KEY_STORE_DAMAGED')
    expect(fault.data.file).toBe(file())
  })

  test('does not open what is cut off anywhere', async () => {
    const store = make()
    const sealed = await store.seal(SECRET)
    // The stand-in of the system's store can't notice missing bytes at its end; the real one does.
    const end = kind === 'system' ? (readEnvelope(sealed)?.header.length ?? 0) : sealed.length - 1
    for (let length = 0; length <= end; length += 1) {
      expect(await codeOf(store.open(sealed.subarray(0, length))), `${length} bytes`).toBe('KEY_STORE_DAMAGED')
    }
  })

  test('says what is needed for an envelope of another kind', async () => {
    for (const wanted of kinds.filter((candidate) => candidate !== kind)) {
      const fault = await faultOf(make().open(await stores[wanted].make().seal(SECRET)))
      expect(fault.code).toBe('KEY_STORE_LOCKED')
      expect(fault.data).toMatchObject({ remedy: { code: `keyStores.${wanted}.remedy` } })
      expect(fault.message).toContain(keyStores[wanted].remedy)
    }
  })

  test('does not open an envelope of a later version', async () => {
    const sealed = Buffer.from(await make().seal(SECRET))
    sealed[4] = 2
    expect(await codeOf(make().open(sealed))).toBe('KEY_STORE_DAMAGED')
  })
})

describe.each(['key-file', 'passphrase'] as const)('the store %s', (kind) => {
  test('notices any changed byte', async () => {
    const store = stores[kind].make()
    const sealed = await store.seal(SECRET)
    // The salt of a passphrase is left out: each value there costs a derivation; one byte of it stands for all.
    const salt = readEnvelope(sealed)?.salt.length ?? 0
    for (let at = 0; at < sealed.length; at += 1) {
      if (at > 7 && at < 7 + salt) continue
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(['KEY_STORE_DAMAGED', 'KEY_STORE_LOCKED'], `byte ${at}`).toContain(await codeOf(store.open(changed)))
    }
  })
})

describe('the key file', () => {
  const file = () => join(folder, 'site.key')

  test('is made by the first seal, complete and alone, for its owner only', async () => {
    const store = fileKeyStore(file())
    expect(readdirSync(folder)).toEqual([])
    await store.seal(SECRET)
    expect(readdirSync(folder)).toEqual(['site.key'])
    if (posix) expect(statSync(file()).mode & 0o777).toBe(0o600)
    const first = readFileSync(file(), 'utf8')
    await store.seal(SECRET)
    expect(readFileSync(file(), 'utf8')).toBe(first)
  })

  test('is not made by opening, since a new key opens nothing', async () => {
    const sealed = await fileKeyStore(join(folder, 'lost.key')).seal(SECRET)
    rmSync(join(folder, 'lost.key'))
    expect(await codeOf(fileKeyStore(join(folder, 'lost.key')).open(sealed))).toBe('KEY_STORE_DAMAGED')
    expect(readdirSync(folder)).toEqual([])
  })

  test.skipIf(!posix)('that others can read is tightened', async () => {
    const store = fileKeyStore(file())
    const sealed = await store.seal(SECRET)
    chmodSync(file(), 0o644)
    expect(new Uint8Array(await store.open(sealed))).toEqual(SECRET)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  test.skipIf(!posix).each([
    ['silently', () => {}],
    [
      'with an error',
      () => {
        throw new Error('EPERM')
      },
    ],
  ])('that others can read and that can not be tightened (%s) is refused', async (_, tighten) => {
    const sealed = await fileKeyStore(file()).seal(SECRET)
    chmodSync(file(), 0o640)
    const store = fileKeyStore(file(), { tighten })
    for (const work of [store.open(sealed), store.seal(SECRET)]) {
      const fault = await faultOf(work)
      expect(fault.code).toBe('KEY_STORE_LOCKED')
      expect(fault.message).toContain('site.key')
    }
  })

  test.each(['', 'chargehand-key-1:', `chargehand-key-1:${randomBytes(31).toString('base64')}\n`, 'a'.repeat(44)])(
    'with other contents is refused (%#)',
    async (text) => {
      const sealed = await fileKeyStore(file()).seal(SECRET)
      writeFileSync(file(), text)
      expect(await codeOf(fileKeyStore(file()).open(sealed))).toBe('KEY_STORE_DAMAGED')
      expect(await codeOf(fileKeyStore(file()).seal(SECRET))).toBe('KEY_STORE_DAMAGED')
      expect(readFileSync(file(), 'utf8')).toBe(text)
    },
  )

  test('leaves nothing behind where it can not be written', async () => {
    const store = fileKeyStore(join(folder, 'missing', 'site.key'))
    await expect(store.seal(SECRET)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

test('a passphrase is the same however its accents were typed', async () => {
  const sealed = await passphraseKeyStore('Gro\u0308ße').seal(SECRET)
  expect(new Uint8Array(await passphraseKeyStore('Größe').open(sealed))).toEqual(SECRET)
})

test('what is sealed after an open shares its salt, so that one derivation serves all', async () => {
  const sealed = await passphraseKeyStore('correct horse').seal(SECRET)
  const store = passphraseKeyStore('correct horse')
  await store.open(sealed)
  expect(readEnvelope(await store.seal(SECRET))?.salt).toEqual(readEnvelope(sealed)?.salt)
})

test('the system store without its password store says so', async () => {
  const sealed = await systemKeyStore(cipher(7)).seal(SECRET)
  const store = systemKeyStore(cipher(7, false))
  expect(await codeOf(store.seal(SECRET))).toBe('KEY_STORE_LOCKED')
  expect(await codeOf(store.open(sealed))).toBe('KEY_STORE_LOCKED')
})

test('an envelope needs its header, a known kind and a body', () => {
  expect(readEnvelope(envelopeHeader('key-file'))).toBeNull()
  expect(readEnvelope(Buffer.from('CHKE\u0001\u0009\u0000body'))).toBeNull()
  expect(readEnvelope(Buffer.from('XXXX\u0001\u0002\u0000body'))).toBeNull()
  expect(readEnvelope(Buffer.from('CHKE\u0001\u0002\u0000body'))).toMatchObject({ kind: 'key-file' })
})
