import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { type FileFolder, openFileFolder } from '@main/files/fileFolder'
import { receive } from '@main/files/receive'
import { expect, test } from 'vitest'
import { testFolder } from '../../support/testStore'

const open = () => {
  const path = testFolder()
  return { path, folder: openFileFolder(path, new Set()) }
}
const parts = (count: number, size = 1_000) =>
  Readable.from(Array.from({ length: count }, () => Buffer.alloc(size, 'x')))
const receiveInto = (folder: FileFolder, source: Readable, signal = new AbortController().signal) =>
  receive({ folder, source, maxBytes: 100_000, freeBytesKept: 0, announced: null, signal })

/** The folder as it is on a disk that takes only so many parts. */
const failing = (folder: FileFolder, after: number, code: string): FileFolder => ({
  ...folder,
  async begin() {
    const incoming = await folder.begin()
    let left = after
    return {
      get size() {
        return incoming.size
      },
      async write(chunk) {
        if (left-- === 0) throw Object.assign(new Error(`${code}: write`), { code })
        await incoming.write(chunk)
      },
      keep: incoming.keep,
      discard: incoming.discard,
    }
  },
})

test('a disk that becomes full in the middle is told apart from one that fails, and neither keeps a part of it', async () => {
  const { path, folder } = open()
  expect(await receiveInto(failing(folder, 3, 'ENOSPC'), parts(10))).toEqual({ kind: 'no-room' })
  expect(await receiveInto(failing(folder, 3, 'EDQUOT'), parts(10))).toEqual({ kind: 'no-room' })
  await expect(receiveInto(failing(folder, 3, 'EIO'), parts(10))).rejects.toThrow('EIO')
  expect(readdirSync(path)).toEqual([])
})

test('the room is looked at again while a large one comes', async () => {
  const { path, folder } = open()
  let looks = 0
  const shrinking: FileFolder = { ...folder, free: async () => (looks++ === 0 ? 1_000 : 0) }
  const options = { source: parts(6, 1024 * 1024), maxBytes: 2 ** 30, announced: null, freeBytesKept: 1 }
  const signal = new AbortController().signal
  expect(await receive({ ...options, folder: shrinking, signal })).toEqual({ kind: 'no-room' })
  expect(readdirSync(path)).toEqual([])
})

test('one that is given up, or whose sender fails, leaves nothing', async () => {
  const { path, folder } = open()
  const controller = new AbortController()
  const endless = new Readable({ read() {} })
  endless.push('half')
  const given = receiveInto(folder, endless, controller.signal)
  await expect.poll(() => readdirSync(path).length).toBe(1)
  controller.abort(new Error('replaced'))
  expect(await given).toMatchObject({ kind: 'broken-off' })
  expect(endless.destroyed).toBe(true)

  const failingSource = new Readable({
    read() {
      this.destroy(new Error('reset'))
    },
  })
  expect(await receiveInto(folder, failingSource)).toEqual({ kind: 'broken-off', reason: 'reset' })
  expect(await receiveInto(folder, parts(1), AbortSignal.abort('gone'))).toEqual({ kind: 'broken-off', reason: 'gone' })
  expect(readdirSync(path)).toEqual([])
})

test('a whole one is there under a name of ours, and readable by its owner only', async () => {
  const { path, folder } = open()
  const received = await receiveInto(folder, parts(3))
  if (received.kind !== 'whole') throw new Error(received.kind)
  expect(received.stored).toMatchObject({ size: 3_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(readdirSync(path)).toEqual([received.stored.storedName])
  expect(received.stored.storedName).toMatch(/^[0-9a-f-]{36}$/)
})
