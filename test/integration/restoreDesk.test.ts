import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseOptions } from '@main/options'
import { type Program, startProgram } from '@main/program'
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupBytes, FIRMWARE, PASSPHRASE, storeWithSite } from '../support/testBackup'

let folder: string
const programs: Program[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-first-'))
})
afterEach(async () => {
  for (const program of programs.splice(0)) await program.close()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<Program> {
  const { platform } = process
  const argv = ['--bind', '127.0.0.1', '--ocpp-port', '0', '--data', folder]
  const options = parseOptions(argv, { env: {}, platform, home: folder, cwd: folder })
  const program = await startProgram({ options, version: '0.0.1', systemCipher: null })
  programs.push(program)
  return program
}

const clientOf = ({ router }: Program) => createRouterClient(router, { context: { actor: 'test' } }).backup
const leftovers = () => readdirSync(folder).filter((name) => /^backup-work|^restore-ready/.test(name))

async function upload(program: Program, bytes: Buffer): Promise<string> {
  const client = clientOf(program)
  const begun = await client.beginRestore({ size: bytes.length })
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  const { uploadId, partBytes } = begun
  for (let offset = 0; offset < bytes.length; offset += partBytes) {
    const data = bytes.subarray(offset, offset + partBytes).toString('base64')
    expect(await client.appendRestore({ uploadId, offset, data })).toMatchObject({ kind: 'received' })
  }
  return uploadId
}

describe('a restore at the first run', () => {
  it('is checked while the program runs, and is the site after its next start', async () => {
    const { order } = await storeWithSite()
    const bytes = await backupBytes(order)
    const first = await start()
    const uploadId = await upload(first, bytes)
    const client = clientOf(first)
    await expect(client.finishRestore({ uploadId, passphrase: 'not the passphrase' })).rejects.toMatchObject({
      code: 'BACKUP_PASSPHRASE_WRONG',
    })
    expect(await client.finishRestore({ uploadId, passphrase: PASSPHRASE })).toMatchObject({
      kind: 'ready',
      restarts: false,
      contents: { siteName: 'Depot', counts: { keys: 2, files: 2 } },
    })
    expect(leftovers()).toEqual(['restore-ready'])
    expect(first.site.state().phase).toBe('setup')
    await first.close()

    const second = await start()
    expect(second.site.state()).toMatchObject({ phase: 'running', name: 'Depot' })
    await second.site.authority.check()
    expect(leftovers()).toEqual([])
    expect(existsSync(path.join(folder, 'files', FIRMWARE))).toBe(true)
    await expect(clientOf(second).beginRestore({ size: 1 })).rejects.toMatchObject({ code: 'ALREADY_SET_UP' })
  })

  it('never replaces a site that was set up meanwhile', async () => {
    const { order } = await storeWithSite()
    const first = await start()
    const uploadId = await upload(first, await backupBytes(order))
    await clientOf(first).finishRestore({ uploadId, passphrase: PASSPHRASE })
    const { site } = createRouterClient(first.router, { context: { actor: 'test' } })
    await site.setUp({ siteName: 'New one', organisation: 'Depot Ltd' })
    await first.close()
    const second = await start()
    expect(second.site.state().name).toBe('New one')
    expect(leftovers()).toEqual([])
  })

  it('takes parts in order only, refuses what is no backup, and leaves nothing when it is dropped', async () => {
    const program = await start()
    const client = clientOf(program)
    const uploadId = await upload(program, Buffer.from('a text that is no backup'))
    expect(await client.appendRestore({ uploadId, offset: 3, data: '' })).toEqual({
      kind: 'out-of-place',
      received: 24,
    })
    expect(await client.appendRestore({ uploadId, offset: 24, data: 'AAAA' })).toMatchObject({ kind: 'out-of-place' })
    await expect(client.finishRestore({ uploadId, passphrase: PASSPHRASE })).rejects.toMatchObject({
      code: 'NO_BACKUP',
    })
    const other = await upload(program, Buffer.from('another'))
    await expect(client.appendRestore({ uploadId, offset: 24, data: '' })).rejects.toMatchObject({
      code: 'UNKNOWN_UPLOAD',
    })
    expect(leftovers()).toHaveLength(1)
    expect(await client.cancelRestore({ uploadId: other })).toEqual({ kind: 'cancelled' })
    expect(leftovers()).toEqual([])
    // Of two that begin together, one is left.
    const [first, last] = await Promise.all([client.beginRestore({ size: 3 }), client.beginRestore({ size: 3 })])
    if (first.kind !== 'begun' || last.kind !== 'begun') throw new Error('no room')
    expect(leftovers()).toHaveLength(1)
    expect(await client.cancelRestore({ uploadId: first.uploadId })).toEqual({ kind: 'already-gone' })
    expect(await client.cancelRestore({ uploadId: last.uploadId })).toEqual({ kind: 'cancelled' })
    expect(await client.beginRestore({ size: 2 ** 50 })).toMatchObject({ kind: 'no-room' })
  })
})
