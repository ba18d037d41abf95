import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupOrder, prepareBackup } from '@main/backup/prepare'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import { newAuthorityRows } from '@main/ca/siteAuthority'
import { insertAuthority } from '@main/store/queries/authority'
import { insertFile } from '@main/store/queries/files'
import { putSetting } from '@main/store/queries/settings'
import { openTestStore, type TestStore } from './testStore'

/** Cheap to try, for tests that open a backup many times. */
export const CHEAP = { N: 2 ** 10, r: 8, p: 1 } as const
export const PASSPHRASE = 'correct horse battery staple'

/** Names of the two files of the site that storeWithSite makes. */
export const FIRMWARE = '00000000-0000-4000-8000-000000000001'
export const LOG = '00000000-0000-4000-8000-000000000002'

/** A store that holds a small site: its authority with real keys, a firmware and a log. */
export async function storeWithSite(): Promise<{ readonly store: TestStore; readonly order: BackupOrder }> {
  const store = openTestStore()
  const { folder } = store
  const keyStore = fileKeyStore(join(folder, 'chargehand.key'))
  const names = { siteName: 'Depot', organisation: 'Depot Ltd' }
  const rows = await newAuthorityRows(keyStore, names, Date.UTC(2030, 0, 1))
  const filesFolder = join(folder, 'files')
  mkdirSync(filesFolder)
  writeFileSync(join(filesFolder, FIRMWARE), Buffer.alloc(100_000, 'firmware'))
  writeFileSync(join(filesFolder, LOG), 'a log')
  await store.writer.write((db) => {
    putSetting(db, 'site-name', names.siteName)
    putSetting(db, 'organisation', names.organisation)
    for (const row of rows) insertAuthority(db, row)
    const file = { station_id: null, request_id: null, created_at: 0, actor: 'test', sha256: '', version: '1' }
    const texts = { vendor: '', model: '', note: '', signing_certificate: null, signature: null }
    insertFile(db, { ...file, ...texts, kind: 'firmware', stored_name: FIRMWARE, name: 'fw.bin', size: 100_000 })
    insertFile(db, { ...file, ...texts, kind: 'diagnostics', stored_name: LOG, name: 'log.txt', size: 5 })
  })
  const order: BackupOrder = {
    database: store.file,
    filesFolder,
    keyStore,
    passphrase: PASSPHRASE,
    withLogs: true,
    siteName: names.siteName,
    program: '1.2.3',
    now: Date.UTC(2030, 5, 1),
    workParent: folder,
    cost: CHEAP,
  }
  return { store, order }
}

/** All bytes of a backup. */
export async function backupBytes(order: BackupOrder): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of (await prepareBackup(order)).bytes()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Bytes as a stream, in pieces of a length that fits nothing. */
export async function* inPieces(bytes: Buffer, length = 1_000): AsyncGenerator<Buffer, void, void> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
