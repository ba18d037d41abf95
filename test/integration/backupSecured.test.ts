import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { restoreBackup } from '@main/backup/restore'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import { createCharger } from '@simulator/index'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientOptions } from 'ws'
import { fast } from '../support/fastEnvironment'
import { RawCharger, refusalOf } from '../support/rawCharger'
import { CHEAP, inPieces, PASSPHRASE } from '../support/testBackup'
import { openTestSite, type TestSite } from '../support/testSite'

// What chargers prove themselves with is in a backup: after a restore the same ones get in, and the same ones do not.

let old: TestSite
let folder: string
let restored: TestSite | null = null
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-secured-'))
  old = await openTestSite({ tls: true, frames: false, backupLimits: { cost: CHEAP, freeBytesKept: 0 } })
})
afterEach(async () => {
  await restored?.close()
  restored = null
  await old.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A charger with a certificate of the site's, under profile 3. */
async function certified(identity: string): Promise<{ stationId: number; own: ClientOptions }> {
  const { client, site, tlsUrl } = old
  const { stationId } = await client.stations.register({ identity, serialNumber: `SN-${identity}` })
  const root = site.authority.certificatePem('root')
  const charger = createCharger({
    url: tlsUrl,
    identity,
    version: '2.0.1',
    serialNumber: `SN-${identity}`,
    organisation: 'Test Organisation',
    trustedRoots: [root],
    certificateRoot: root,
    ...fast,
  })
  charger.start()
  await charger.waitFor('ready', undefined, { from: 'history' })
  expect((await charger.requestCertificate()).accepted).toBe(true)
  const [request] = (await client.requests.find({})).entries.filter((entry) => entry.owner.id === stationId)
  const installed = charger.waitFor('certificate-installed')
  const connected = charger.waitFor('connected')
  await client.requests.approve({ requestId: request?.id ?? 0, reason: 'known charger' })
  await installed
  await connected
  await expect.poll(() => client.security.get({ stationId })).toMatchObject({ hasCertificate: true })
  const own = { cert: charger.certificate?.chain, key: charger.certificate?.privateKey }
  await charger.stop()
  expect(await client.security.setProfile({ stationId, profile: 3 })).toMatchObject({ kind: 'saved' })
  return { stationId, own }
}

async function moved(): Promise<TestSite> {
  const parts: Buffer[] = []
  for await (const { data } of await old.client.backup.create({ passphrase: PASSPHRASE })) {
    parts.push(Buffer.from(data, 'base64'))
  }
  await old.site.close()
  const keyStore = fileKeyStore(path.join(folder, 'chargehand.key'))
  await restoreBackup({ bytes: inPieces(Buffer.concat(parts)), passphrase: PASSPHRASE, dataFolder: folder, keyStore })
  restored = await openTestSite({ tls: true, frames: false, folder })
  return restored
}

test('certificates and passwords let the same chargers in after a restore, and a revoked one nowhere', async () => {
  const good = await certified('CP_1')
  const bad = await certified('CP_2')
  const { entries } = await old.client.certificates.find({ stationId: bad.stationId })
  await old.client.certificates.revoke({ certificateId: entries[0]?.id ?? 0, reason: 'keyCompromise' })
  const { stationId } = await old.client.stations.register({ identity: 'CP_3' })
  const { password } = await old.client.security.setPassword({ stationId })
  await old.client.security.setProfile({ stationId, profile: 2 })
  // Chargers know the root of the old computer and no other.
  const ca = old.site.authority.certificatePem('root')

  const { tlsUrl } = await moved()
  const connect = (identity: string, options: ClientOptions) =>
    RawCharger.connect(tlsUrl, identity, 'ocpp2.0.1', { ca, ...options })
  const refused = (identity: string, options: ClientOptions) =>
    refusalOf(tlsUrl, identity, ['ocpp2.0.1'], { ca, ...options })
  await connect('CP_1', good.own)
  expect(await refused('CP_1', {})).toMatchObject({ status: 403 })
  expect(await refused('CP_2', bad.own)).toMatchObject({ status: 403, body: expect.stringContaining('revoked') })
  const basic = (secret: string) => ({
    headers: { authorization: `Basic ${Buffer.from(`CP_3:${secret}`).toString('base64')}` },
  })
  await connect('CP_3', basic(password))
  expect(await refused('CP_3', basic('f'.repeat(40)))).toMatchObject({ status: 401 })
})
