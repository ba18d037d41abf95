import { createHash } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addFirmware, someBytes } from '../support/testFiles'
import { openTestSite, type TestSite, type TestSiteOptions } from '../support/testSite'

// Firmware is added in parts, over any of the transports.

const SIGNED = {
  signature: 'c2ln',
  signingCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
}
const UNSIGNED = { signature: null, signingCertificate: null }

let test: TestSite
const open = async (options: TestSiteOptions = {}) => {
  await test?.close()
  test = await openTestSite(options)
}
beforeEach(() => open())
afterEach(() => test.close())

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const begin = async (size: number, name = 'fw.bin') => {
  const begun = await test.client.files.begin({ name, size })
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  return begun.uploadId
}
const append = (uploadId: string, offset: number, bytes: Buffer) =>
  test.client.files.append({ uploadId, offset, data: bytes.toString('base64') })
const folder = () => readdirSync(join(test.folder, 'files'))

it('is listed with digest, description and who did it, and described anew later', async () => {
  const bytes = someBytes(200_000)
  const uploadId = await begin(bytes.length, 'C:\\temp\\fw.bin')
  await append(uploadId, 0, bytes.subarray(0, 120_000))
  await append(uploadId, 120_000, bytes.subarray(120_000))
  const texts = { version: '4.1', vendor: 'Example', model: 'Post 22', note: 'after the winter', ...SIGNED }
  const done = await test.client.files.finish({ uploadId, sha256: sha256(bytes).toUpperCase(), ...texts })
  const file = { name: 'fw.bin', kind: 'firmware', sha256: sha256(bytes), actor: 'test', ...texts }
  expect(done).toMatchObject({ kind: 'stored', file })
  const { entries, total } = await test.client.files.find({ group: 'firmware' })
  expect([entries, total]).toMatchObject([[file], 1])
  expect(await test.client.files.find({ group: 'logs' })).toMatchObject({ total: 0 })

  const fileId = entries[0]?.id ?? 0
  const saved = await test.client.files.describe({ fileId, ...texts, version: '4.2', ...UNSIGNED })
  expect(saved.file).toMatchObject({ version: '4.2', signature: null, vendor: 'Example' })
  await test.client.files.describe({ fileId, ...texts, version: '4.2', ...UNSIGNED })
  const audit = await test.client.events.audit({})
  expect(audit.entries.slice(0, 2)).toMatchObject([
    { action: 'firmware-changed', subject: 'fw.bin', detail: { version: ['4.1', '4.2'], signature: ['c2ln', null] } },
    { action: 'firmware-added', subject: 'fw.bin', detail: { version: '4.1', size: 200_000 } },
  ])
})

it('has a signature together with its certificate, or neither', async () => {
  const fileId = await addFirmware(test.client, someBytes(10))
  const describe = (texts: object) => test.client.files.describe({ fileId, ...texts })
  await expect(describe({ signature: 'c2ln' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(describe({ ...SIGNED, signature: null })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(describe({ ...SIGNED, signature: 'not base64!' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(describe({ ...SIGNED, signingCertificate: 'hello' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect((await describe(SIGNED)).file).toMatchObject(SIGNED)
})

it('takes parts only in their place, and no more than was announced', async () => {
  const uploadId = await begin(10)
  expect(await append(uploadId, 5, Buffer.alloc(5))).toEqual({ kind: 'out-of-place', received: 0 })
  expect(await append(uploadId, 0, Buffer.alloc(4))).toEqual({ kind: 'received', received: 4 })
  expect(await append(uploadId, 0, Buffer.alloc(4))).toEqual({ kind: 'out-of-place', received: 4 })
  expect(await append(uploadId, 4, Buffer.alloc(7))).toEqual({ kind: 'out-of-place', received: 4 })
  expect(await test.client.files.finish({ uploadId })).toEqual({ kind: 'incomplete', received: 4, size: 10 })
  // Two at once: one finds its place taken.
  const both = await Promise.all([append(uploadId, 4, Buffer.alloc(6)), append(uploadId, 4, Buffer.alloc(6))])
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['out-of-place', 'received'])
  expect(await test.client.files.finish({ uploadId })).toMatchObject({ kind: 'stored' })
})

it('is dropped when its digest is another than the maker says', async () => {
  const bytes = someBytes(100)
  const uploadId = await begin(100)
  await append(uploadId, 0, bytes)
  const other = await test.client.files.finish({ uploadId, sha256: 'a'.repeat(64) })
  expect(other).toEqual({ kind: 'other-digest', sha256: sha256(bytes) })
  expect(folder()).toEqual([])
  await expect(test.client.files.finish({ uploadId })).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' })
})

it('can be cancelled, and is forgotten when nothing more comes of it', async () => {
  let now = Date.now()
  await open({ clock: () => now, fileLimits: { additionsAtOnce: 1, additionIdleMs: 1_000 } })
  const first = await begin(10)
  expect(await test.client.files.begin({ name: 'x', size: 1 })).toEqual({ kind: 'too-many' })
  expect(await test.client.files.cancel({ uploadId: first })).toEqual({ kind: 'cancelled' })
  expect(await test.client.files.cancel({ uploadId: first })).toEqual({ kind: 'already-gone' })
  expect(folder()).toEqual([])
  const second = await begin(10)
  now += 1_001
  await begin(10)
  await expect(append(second, 0, Buffer.alloc(1))).rejects.toMatchObject({ code: 'UNKNOWN_UPLOAD' })
  expect(folder()).toHaveLength(1)
})

it('has a longest part', async () => {
  await open({ fileLimits: { partBytes: 1_000 } })
  expect(await test.client.files.begin({ name: 'x', size: 5_000 })).toMatchObject({ partBytes: 1_000 })
  const uploadId = await begin(5_000)
  expect(await append(uploadId, 0, Buffer.alloc(1_001))).toEqual({ kind: 'out-of-place', received: 0 })
  expect(await append(uploadId, 0, Buffer.alloc(1_000))).toEqual({ kind: 'received', received: 1_000 })
})

it('has a largest size', async () => {
  await open({ fileLimits: { firmwareBytes: 1_000 } })
  expect(await test.client.files.begin({ name: 'x', size: 1_001 })).toEqual({ kind: 'too-large', maxBytes: 1_000 })
})

it('leaves nothing behind when the program ended in the middle; what is not ours stays', async () => {
  const kept = await addFirmware(test.client, someBytes(10))
  await begin(10)
  writeFileSync(join(test.folder, 'files', '0f8fad5b-d9cb-469f-a165-70867728950e.part'), 'half')
  writeFileSync(join(test.folder, 'files', 'notes.txt'), 'of a person')
  test = await test.restart()
  expect(folder()).toHaveLength(2)
  expect(folder()).toContain('notes.txt')
  expect(await test.client.files.get({ fileId: kept })).toMatchObject({ size: 10 })
})

it('that somebody took out of the folder is said to be lost', async () => {
  const fileId = await addFirmware(test.client, someBytes(10))
  for (const name of folder()) rmSync(join(test.folder, 'files', name))
  await expect(test.client.files.read({ fileId })).rejects.toMatchObject({ code: 'FILE_LOST' })
  await expect(test.client.files.text({ fileId })).rejects.toMatchObject({ code: 'FILE_LOST' })
  expect(await test.client.files.remove({ fileId })).toEqual({ kind: 'removed' })
})
