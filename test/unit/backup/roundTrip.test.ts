import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeEntryHead } from '@main/backup/archive'
import { deriveBackupKey } from '@main/backup/backupKey'
import { drillBackup } from '@main/backup/drill'
import { writeHeader } from '@main/backup/header'
import { prepareBackup } from '@main/backup/prepare'
import { readBackupFile } from '@main/backup/readFile'
import { restoreBackup } from '@main/backup/restore'
import { sealStream } from '@main/backup/sealedStream'
import { unpackBackup } from '@main/backup/unpack'
import { writeBackup } from '@main/backup/writeBackup'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import { passphraseKeyStore } from '@main/ca/keystore/passphraseKeyStore'
import { createSiteAuthority } from '@main/ca/siteAuthority'
import { authorityRows } from '@main/store/queries/authority'
import { setting } from '@main/store/queries/settings'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backupBytes, FIRMWARE, inPieces, LOG, PASSPHRASE, storeWithSite } from '../../support/testBackup'
import { openTestStore, testFolder } from '../../support/testStore'

const drill = (bytes: Buffer, passphrase = PASSPHRASE, workParent = testFolder()) =>
  drillBackup({ bytes: inPieces(bytes), passphrase, workParent })

describe('a backup', () => {
  it('holds the database, the files and the keys, and puts them all back', async () => {
    const { store, order } = await storeWithSite()
    const bytes = await backupBytes(order)
    const folder = testFolder()
    const keyStore = fileKeyStore(join(folder, 'chargehand.key'))
    const restored = await restoreBackup({
      bytes: inPieces(bytes),
      passphrase: PASSPHRASE,
      dataFolder: folder,
      keyStore,
    })
    expect(restored).toEqual({
      siteName: 'Depot',
      createdAt: order.now,
      program: '1.2.3',
      withLogs: true,
      counts: { stations: 0, cards: 0, sessions: 0, files: 2, keys: 2, lostFiles: 0 },
    })
    expect(readdirSync(folder).sort()).toEqual(['chargehand.db', 'chargehand.key', 'files'])
    for (const name of [FIRMWARE, LOG]) {
      expect(readFileSync(join(folder, 'files', name)).equals(readFileSync(join(store.folder, 'files', name)))).toBe(
        true,
      )
    }
    const again = openTestStore({ folder })
    expect(setting(again.read, 'site-name')).toBe('Depot')
    const privateKey = (from: typeof store, keys: typeof keyStore) =>
      createSiteAuthority(from.read, keys).withIssuing(async (issuing) => Buffer.from(issuing.privateKeyPkcs8))
    expect((await privateKey(again, keyStore)).equals(await privateKey(store, order.keyStore))).toBe(true)
  })

  it('shows nothing of the site but its name and time, and leaves nothing beside it', async () => {
    const { store, order } = await storeWithSite()
    const bytes = await backupBytes(order)
    expect(readdirSync(store.folder).filter((name) => name.startsWith('backup-work'))).toEqual([])
    for (const text of ['Depot Ltd', 'firmware', 'BEGIN CERTIFICATE', 'CHKE', 'SQLite format', PASSPHRASE]) {
      expect(bytes.includes(text), text).toBe(false)
    }
    expect(bytes.includes('Depot')).toBe(true)
  })

  it('can leave the logs of stations out', async () => {
    const { order } = await storeWithSite()
    const { counts, withLogs } = await drill(await backupBytes({ ...order, withLogs: false }))
    expect({ files: counts.files, withLogs }).toEqual({ files: 1, withLogs: false })
  })

  it('is made also when a listed file is lost, and says so', async () => {
    const { order } = await storeWithSite()
    rmSync(join(order.filesFolder, FIRMWARE))
    expect((await drill(await backupBytes(order))).counts).toMatchObject({ files: 2, lostFiles: 1 })
  })

  it('seals every column of that name, also of tables that are added later', async () => {
    const { store, order } = await storeWithSite()
    const sealed = await order.keyStore.seal(Buffer.from('a later secret'))
    await store.writer.write((db) => {
      db.exec('CREATE TABLE later (id INTEGER PRIMARY KEY, sealed_thing BLOB) STRICT')
      db.prepare('INSERT INTO later (sealed_thing) VALUES (?), (NULL)').run(sealed)
    })
    const folder = testFolder()
    const keyStore = passphraseKeyStore('another one for this computer')
    const bytes = inPieces(await backupBytes(order))
    const { counts } = await restoreBackup({ bytes, passphrase: PASSPHRASE, dataFolder: folder, keyStore })
    expect(counts.keys).toBe(3)
    const db = new Database(join(folder, 'chargehand.db'), { readonly: true })
    const envelope = db.prepare('SELECT sealed_thing FROM later WHERE id = 1').pluck().get() as Buffer
    db.close()
    expect(Buffer.from(await keyStore.open(envelope)).toString()).toBe('a later secret')
  })

  it('is not made of keys that do not open', async () => {
    const { store, order } = await storeWithSite()
    const keyStore = fileKeyStore(join(testFolder(), 'other.key'))
    await keyStore.seal(Buffer.from('so that there is a key file'))
    await expect(prepareBackup({ ...order, keyStore })).rejects.toMatchObject({ code: 'KEY_STORE_DAMAGED' })
    expect(readdirSync(store.folder).some((name) => name.startsWith('backup-work'))).toBe(false)
  })

  it('takes a place of its own on disk only when it is whole', async () => {
    const { order } = await storeWithSite()
    const folder = testFolder()
    const file = join(folder, 'depot.chbackup')
    const size = await writeBackup(await prepareBackup(order), file)
    expect(readdirSync(folder)).toEqual(['depot.chbackup'])
    expect(readFileSync(file).length).toBe(size)
    const found = await drillBackup({ bytes: readBackupFile(file), passphrase: PASSPHRASE, workParent: testFolder() })
    expect(found.counts.keys).toBe(2)
  })

  it('says why it can not be written, and leaves nothing behind', async () => {
    const { store, order } = await storeWithSite()
    const file = join(testFolder(), 'no such folder', 'depot.chbackup')
    await expect(writeBackup(await prepareBackup(order), file)).rejects.toMatchObject({ code: 'BACKUP_FAILED' })
    expect(readdirSync(store.folder).some((name) => name.startsWith('backup-work'))).toBe(false)
  })

  it('removes its copy of the database when its reader breaks off', async () => {
    const { store, order } = await storeWithSite()
    for await (const _ of (await prepareBackup(order)).bytes()) break
    expect(readdirSync(store.folder).some((name) => name.startsWith('backup-work'))).toBe(false)
  })
})

describe('a backup that does not open', () => {
  it('names a wrong passphrase as such, and takes the same one in another spelling', async () => {
    const { order } = await storeWithSite()
    const bytes = await backupBytes({ ...order, passphrase: 'Gr\u00fc\u00dfe aus dem Depot' })
    await expect(drill(bytes, 'Grüsse aus dem Depot')).rejects.toMatchObject({ code: 'BACKUP_PASSPHRASE_WRONG' })
    expect((await drill(bytes, 'Gru\u0308\u00dfe aus dem Depot')).siteName).toBe('Depot')
  })

  it('leaves the folder as it was, whatever is wrong with it', async () => {
    const { order } = await storeWithSite()
    const bytes = await backupBytes(order)
    const flipped = Buffer.from(bytes)
    flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] ?? 0) ^ 1
    const cases = [
      [bytes.subarray(0, bytes.length - 1), PASSPHRASE, 'BACKUP_CUT_OFF'],
      [bytes.subarray(0, bytes.length >> 1), PASSPHRASE, 'BACKUP_CUT_OFF'],
      [flipped, PASSPHRASE, 'BACKUP_DAMAGED'],
      [Buffer.concat([bytes, Buffer.from('x')]), PASSPHRASE, 'BACKUP_DAMAGED'],
      [bytes, 'not the passphrase', 'BACKUP_PASSPHRASE_WRONG'],
      [Buffer.from('PK\u0003\u0004 a zip file'), PASSPHRASE, 'NO_BACKUP'],
      [Buffer.alloc(0), PASSPHRASE, 'NO_BACKUP'],
    ] as const
    for (const [content, passphrase, code] of cases) {
      const dataFolder = testFolder()
      const keyStore = fileKeyStore(join(dataFolder, 'chargehand.key'))
      const restoring = restoreBackup({ bytes: inPieces(content), passphrase, dataFolder, keyStore })
      await expect(restoring).rejects.toMatchObject({ code })
      expect(readdirSync(dataFolder), code).toEqual([])
    }
  })

  it('of a newer database is refused before anything of it is unpacked', async () => {
    const { store, order } = await storeWithSite()
    await store.writer.write((db) => db.prepare('SELECT 1').get())
    const newer = new Database(store.file)
    newer.pragma('user_version = 9999')
    newer.close()
    await expect(drill(await backupBytes(order))).rejects.toMatchObject({
      code: 'BACKUP_TOO_NEW',
      data: { found: { text: 'data version 9999' } },
    })
  })

  it('whose database is broken inside is called damaged, though nobody changed the file', async () => {
    const { order } = await storeWithSite()
    const folder = testFolder()
    const { database, header, manifest } = await unpackBackup({
      bytes: inPieces(await backupBytes(order)),
      passphrase: PASSPHRASE,
      folder,
      keyStore: null,
    })
    const pages = readFileSync(database)
    pages.fill(0xff, 5 * 4096, 30 * 4096)
    const made = await deriveBackupKey(PASSPHRASE, Buffer.from(header.salt, 'base64'), header.scrypt)
    const { bytes, digest } = writeHeader(header)
    const archive = Buffer.concat([
      writeEntryHead({ kind: 'manifest', manifest, size: 0 }),
      writeEntryHead({ kind: 'database', size: pages.length }),
      pages,
      writeEntryHead({ kind: 'end', size: 0 }),
    ])
    const forged = [bytes]
    for await (const part of sealStream(inPieces(archive), made.key, digest)) forged.push(part)
    await expect(drill(Buffer.concat(forged))).rejects.toMatchObject({
      code: 'BACKUP_DAMAGED',
      message: expect.stringMatching(/own check/),
    })
  })
})

describe('a restore', () => {
  it('goes into a folder whose program was started and not set up, and never over a site', async () => {
    const { store, order } = await storeWithSite()
    const bytes = await backupBytes(order)
    const fresh = testFolder()
    openTestStore({ folder: fresh }).close()
    const into = (dataFolder: string) =>
      restoreBackup({
        bytes: inPieces(bytes),
        passphrase: PASSPHRASE,
        dataFolder,
        keyStore: fileKeyStore(join(dataFolder, 'chargehand.key')),
      })
    expect((await into(fresh)).siteName).toBe('Depot')
    await expect(into(fresh)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' })
    await expect(into(store.folder)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' })
    const strange = testFolder()
    writeFileSync(join(strange, 'chargehand.db'), 'no database at all')
    await expect(into(strange)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY' })
    expect(readFileSync(join(strange, 'chargehand.db'), 'utf8')).toBe('no database at all')
  })

  it('clears away what a crash left of an earlier one', async () => {
    const { order } = await storeWithSite()
    const dataFolder = testFolder()
    const left = join(dataFolder, 'backup-work-0123456789ab')
    mkdirSync(left)
    writeFileSync(join(left, 'chargehand.db'), 'half')
    const keyStore = fileKeyStore(join(dataFolder, 'chargehand.key'))
    await restoreBackup({ bytes: inPieces(await backupBytes(order)), passphrase: PASSPHRASE, dataFolder, keyStore })
    expect(existsSync(left)).toBe(false)
  })

  it('seals the keys for this computer, so that the passphrase of the backup opens none', async () => {
    const { order } = await storeWithSite()
    const dataFolder = testFolder()
    const keyStore = fileKeyStore(join(dataFolder, 'chargehand.key'))
    await restoreBackup({ bytes: inPieces(await backupBytes(order)), passphrase: PASSPHRASE, dataFolder, keyStore })
    const [row] = authorityRows(openTestStore({ folder: dataFolder }).read)
    const sealed = row?.sealed_key ?? Buffer.alloc(0)
    await expect(passphraseKeyStore(PASSPHRASE).open(sealed)).rejects.toMatchObject({ code: 'KEY_STORE_LOCKED' })
    expect((await keyStore.open(sealed)).length).toBeGreaterThan(100)
  })
})
