import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { passphraseKeyStore } from '@main/ca/keystore/passphraseKeyStore'
import { createLog } from '@main/log'
import { createRouter } from '@main/service'
import type { ServiceContext } from '@main/service/context'
import { openSite, type Site } from '@main/site'
import { createRouterClient } from '@orpc/server'
import { contract } from '@shared/contract'
import { createCharger } from '@simulator/index'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually'
import { fast } from '../support/fastEnvironment'
import { bootOf, RawCharger, refusalOf } from '../support/rawCharger'

const MINUTE = 60_000
const PASSPHRASE = 'the passphrase of the key store'
const context: ServiceContext = { actor: 'test' }

/** The parts of the contract that only read: every GET, by its place. */
function readers(part: object, path: string[] = []): string[][] {
  return Object.entries(part).flatMap(([name, value]) => {
    const procedure = (value as { '~orpc'?: { route?: { method?: string } } })['~orpc']
    if (!procedure) return readers(value, [...path, name])
    return procedure.route?.method === 'GET' ? [[...path, name]] : []
  })
}

/** What every reading call answers, as text; of a feed the first value. Ids are those of the first of everything. */
async function everythingReadable(client: unknown): Promise<{ asked: number; text: string }> {
  const id = 1
  const input = {
    stationId: id,
    requestId: id,
    certificateId: id,
    commandId: id,
    sessionId: id,
    cardId: id,
    id,
    fileId: id,
  }
  let text = ''
  let asked = 0
  for (const path of readers(contract)) {
    const call = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], client)
    const given = { ...input, action: 'Reset', seen: [], protocol: 'ocpp2.0.1' }
    for (const tried of [given, { ...given, stationId: undefined }]) {
      try {
        const answer: unknown = await (call as (input: unknown) => Promise<unknown>)(tried)
        const first = isFeed(answer) ? await firstOf(answer) : answer
        text += `\n${path.join('.')} ${JSON.stringify(first)}`
        asked += 1
        break
      } catch (error) {
        text += `\n${path.join('.')} ${String(error)} ${JSON.stringify(error)}`
      }
    }
  }
  return { asked, text }
}

const isFeed = (answer: unknown): answer is AsyncIterator<unknown> =>
  typeof answer === 'object' && answer !== null && 'next' in answer

async function firstOf(feed: AsyncIterator<unknown>): Promise<unknown> {
  const { value } = await feed.next()
  await feed.return?.(undefined)
  return value
}

/** Everything in the folder, as Latin-1, by the name of the file. */
function files(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const whole = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(whole.map((name) => [name, readFileSync(join(folder, name), 'latin1')]))
}

/** The ways in which bytes may have been written down. */
function spellings(bytes: Buffer): string[] {
  return [bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('latin1')]
}

/** The secret number of an EC key: 32 bytes that stand nowhere but in the private key. */
async function secretNumber(site: Site, role: 'root' | 'issuing'): Promise<Buffer> {
  return site.authority.withKeyOf(role, async ({ privateKeyPkcs8 }) => {
    const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
    return Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url')
  })
}

test('keys, passwords and the passphrase reach no log, error, frame, answer or file', { timeout: MINUTE }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chargehand-secrets-'))
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })
  log.level = 'trace'
  const options = { dataFolder: folder, bind: '127.0.0.1', ocppPort: 0, tlsPort: 0, demo: false, version: '0.0.0', log }
  const site = await openSite({ ...options, keyStore: passphraseKeyStore(PASSPHRASE), frames: { handOverMs: 5 } })
  const client = createRouterClient(createRouter(site), { context })
  try {
    await client.site.setUp({ siteName: 'Test site', organisation: 'Test Organisation' })
    const [url = '', tlsUrl = ''] = site.state().listeners.map((listener) => listener.url)
    const ca = site.authority.certificatePem('root')
    const { stationId } = await client.stations.register({ identity: 'CP_1', serialNumber: 'SN-1' })
    const { password: first } = await client.security.setPassword({ stationId })
    const typed = 'typed-by-a-manager-1'
    await client.security.setPassword({ stationId, password: typed })
    const { password } = await client.security.setPassword({ stationId })
    await client.security.setProfile({ stationId, profile: 1 })

    // Those who are turned away, with the password in all the wrong places.
    const login = (user: string, word: string) => ({
      ca,
      headers: { authorization: `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}` },
    })
    await refusalOf(url, 'CP_1', ['ocpp2.0.1'], login('CP_1', typed))
    await refusalOf(url, 'CP_1', ['ocpp2.0.1'], login(password, 'CP_1'))
    await refusalOf(url, `CP_1?password=${password}`, ['ocpp2.0.1'])
    await refusalOf(tlsUrl, 'CP_1', ['ocpp2.0.1'], login('CP_1', password))

    // One that comes in and gets a new password, and with that a certificate.
    const raw = await RawCharger.connect(url, 'CP_1', 'ocpp2.0.1', login('CP_1', password))
    await raw.ask('BootNotification', bootOf('ocpp2.0.1'))
    await client.security.rotatePassword({ stationId })
    const [, id, , payload] = await raw.next()
    const [asked] = (payload as { setVariableData: { attributeValue: string }[] }).setVariableData
    const rotated = asked?.attributeValue ?? ''
    raw.send([3, id, { setVariableResult: [{ ...asked, attributeStatus: 'Accepted', attributeValue: undefined }] }])
    await eventually(async () =>
      expect(await client.security.get({ stationId })).toMatchObject({ nextPasswordAt: null }),
    )
    const own = createCharger({
      url,
      identity: 'CP_1',
      version: '2.0.1',
      serialNumber: 'SN-1',
      organisation: 'Test Organisation',
      password: rotated,
      ...fast,
    })
    own.start()
    await own.waitFor('ready', undefined, { from: 'history' })
    await own.requestCertificate()
    const { entries } = await client.requests.find({ status: 'pending' })
    const installed = own.waitFor('certificate-installed')
    await client.requests.approve({ requestId: entries[0]?.id ?? 0 })
    await installed
    const chargersKey = own.certificate?.privateKey ?? ''
    await own.stop()

    const readable = await everythingReadable(client)
    let bundle = ''
    for await (const part of await client.frames.export({})) bundle += part.text
    const keys = [await secretNumber(site, 'root'), await secretNumber(site, 'issuing')]
    await site.close()

    // And a start that fails, with the wrong passphrase.
    const error = await openSite({ ...options, keyStore: passphraseKeyStore('a wrong passphrase') }).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({ code: 'KEY_STORE_DAMAGED' })
    const told = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack} ${String((error as Error).cause)}`

    const passwords = [first, typed, password, rotated, PASSPHRASE, 'a wrong passphrase']
    for (const each of passwords) expect(each.length).toBeGreaterThan(15)
    const secrets = [
      ...passwords.flatMap((each) => spellings(Buffer.from(each))),
      ...passwords.map((each) => Buffer.from(`CP_1:${each}`).toString('base64')),
      ...keys.flatMap(spellings),
      ...(chargersKey.match(/[A-Za-z0-9+/]{64}/g) ?? []),
      'PRIVATE KEY-----',
    ]
    const places = new Map([
      ['log', lines.join('')],
      ['answers', readable.text],
      ['bundle', bundle],
      ['error', told],
    ])
    for (const [name, text] of files(folder)) places.set(name, text)
    for (const [place, text] of places) {
      for (const secret of secrets) expect(text.includes(secret), `${place} has ${secret}`).toBe(false)
    }
    // They would have been found: what was looked at is there, and so is what stands beside the secrets.
    expect(readable.asked).toBeGreaterThan(30)
    expect(bundle).toContain('BasicAuthPassword')
    expect(places.get('log')).toContain('caller turned away')
    expect(places.get('answers')).toContain('wrong-user')
    expect([...places.keys()]).toEqual(expect.arrayContaining(['chargehand.db', 'frames.db']))
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
