import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { drillBackup } from '@main/backup/drill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { programOnTransport } from '../support/programOnTransport'
import { backupBytes, inPieces, PASSPHRASE, storeWithSite } from '../support/testBackup'
import { TRANSPORTS } from '../support/transports'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-drill-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.each(TRANSPORTS)('backups %s', (_name, open) => {
  const at = programOnTransport(open)

  it('are handed out whole, in parts that a message can carry, and refused in words', async () => {
    await expect(at.client.backup.create({ passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'NOT_SET_UP' })
    await at.setUp()
    await expect(at.client.backup.create({ passphrase: 'short' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const parts: Buffer[] = []
    let isWhole = false
    for await (const part of await at.client.backup.create({ passphrase: PASSPHRASE })) {
      parts.push(Buffer.from(part.data, 'base64'))
      isWhole = part.isLast
    }
    expect(isWhole).toBe(true)
    expect(parts.length).toBeGreaterThan(1)
    const bytes = inPieces(Buffer.concat(parts))
    const { counts } = await drillBackup({ bytes, passphrase: PASSPHRASE, workParent: folder })
    expect(counts.keys).toBe(2)
    for await (const state of await at.client.backup.watch()) {
      expect(state).toMatchObject({ plan: null, saved: { problem: null } })
      break
    }
  })

  it('are taken in at the first run, also after a wrong passphrase', async () => {
    const { order } = await storeWithSite()
    const bytes = await backupBytes(order)
    const begun = await at.client.backup.beginRestore({ size: bytes.length })
    if (begun.kind !== 'begun') throw new Error(begun.kind)
    const { uploadId, partBytes } = begun
    for (let offset = 0; offset < bytes.length; offset += partBytes) {
      const data = bytes.subarray(offset, offset + partBytes).toString('base64')
      await at.client.backup.appendRestore({ uploadId, offset, data })
    }
    await expect(at.client.backup.finishRestore({ uploadId, passphrase: 'not the passphrase' })).rejects.toMatchObject({
      code: 'BACKUP_PASSPHRASE_WRONG',
      status: 422,
    })
    const ready = await at.client.backup.finishRestore({ uploadId, passphrase: PASSPHRASE })
    expect(ready).toMatchObject({ kind: 'ready', restarts: false, contents: { siteName: 'Depot' } })
    expect(readdirSync(folder)).toEqual([])
  })
})
