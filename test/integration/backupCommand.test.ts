import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { askSecret } from '@main/askSecret'
import { prepareBackup } from '@main/backup/prepare'
import { writeBackup } from '@main/backup/writeBackup'
import { runBackupCommand } from '@main/backupCommand'
import { fileKeyStore } from '@main/ca/keystore/fileKeyStore'
import { type Options, parseOptions } from '@main/options'
import { type Program, startProgram } from '@main/program'
import { createRouterClient } from '@orpc/server'
import { speechIn } from '@shared/words/speech'
import { createCharger } from '@simulator/index'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fast } from '../support/fastEnvironment'
import { RawCharger } from '../support/rawCharger'
import { CHEAP, PASSPHRASE } from '../support/testBackup'

let folder: string
const programs: Program[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-backup-'))
})
afterEach(async () => {
  for (const program of programs.splice(0)) await program.close()
  rmSync(folder, { recursive: true, force: true })
})

function options(argv: string[], env: Record<string, string> = {}): Options {
  const { platform } = process
  return parseOptions(['--bind', '127.0.0.1', '--ocpp-port', '0', ...argv], {
    env,
    platform,
    home: folder,
    cwd: folder,
  })
}

async function start(name: string): Promise<Program> {
  const program = await startProgram({
    options: options(['--data', name]),
    version: '0.0.1',
    systemCipher: null,
  })
  programs.push(program)
  return program
}

const clientOf = ({ router }: Program) => createRouterClient(router, { context: { actor: 'test' } })
const urlOf = ({ site }: Program) => site.state().listeners.find(({ url }) => url.startsWith('ws:'))?.url ?? ''

/** What `--restore` and the like do, with a passphrase from the environment. */
function command(argv: string[], passphrase = PASSPHRASE): Promise<string> {
  const parsed = options(argv, { CHARGEHAND_BACKUP_PASSPHRASE: passphrase })
  if (parsed.backup === null) throw new Error('The options name no backup')
  return runBackupCommand({ options: parsed, backup: parsed.backup, systemCipher: null, speech: speechIn('en') })
}

async function backUp({ site, dataFolder }: Program, file: string): Promise<void> {
  const prepared = await prepareBackup({
    database: site.store.file,
    filesFolder: path.join(dataFolder, 'files'),
    keyStore: fileKeyStore(path.join(dataFolder, 'chargehand.key')),
    passphrase: PASSPHRASE,
    withLogs: true,
    siteName: site.state().name,
    program: '0.0.1',
    now: Date.now(),
    workParent: dataFolder,
    cost: CHEAP,
  })
  await writeBackup(prepared, path.join(folder, file))
}

async function setUpSite(): Promise<Program> {
  const program = await start('first')
  const client = clientOf(program)
  await client.site.setUp({ siteName: 'Depot', organisation: 'Depot Ltd' })
  await client.cards.enrol({ token: 'AA12345', tokenType: 'ISO14443', holder: 'Ines' })
  return program
}

describe('a site restored on another computer', () => {
  it('is the same site to its chargers, and signs with the same authority', async () => {
    const first = await setUpSite()
    await clientOf(first).stations.register({ identity: 'CP_7' })
    const charger = (program: Program) =>
      createCharger({
        url: urlOf(program),
        identity: 'CP_7',
        version: '2.0.1',
        vendor: 'Vendor',
        model: 'Model',
        serialNumber: 'SN-7',
        organisation: 'Depot Ltd',
        ...fast,
      })
    const before = charger(first)
    const ready = before.waitFor('ready')
    before.start()
    await ready
    await before.stop()
    const authority = await clientOf(first).certificates.authority()
    await backUp(first, 'depot.chbackup')
    await first.close()

    expect(await command(['--data', 'second', '--restore', 'depot.chbackup'])).toMatch(
      /^Restored the site “Depot” as it was at .* into .*second\. Start Chargehand to run it\.$/,
    )
    const second = await start('second')
    expect(second.site.state()).toMatchObject({ phase: 'running', name: 'Depot', stations: { admitted: 1 } })
    expect(await clientOf(second).certificates.authority()).toEqual(authority)
    await second.site.authority.check()
    const after = charger(second)
    const again = after.waitFor('ready')
    after.start()
    await again
    expect(second.site.state().stations).toEqual({ admitted: 1, connected: 1 })
    expect((await after.requestCertificate()).accepted).toBe(true)
    const installed = after.waitFor('certificate-installed')
    const [request] = (await clientOf(second).requests.find({})).entries
    const approved = await clientOf(second).requests.approve({ requestId: request?.id ?? 0, reason: 'as before' })
    expect(approved).toMatchObject({ kind: 'approved' })
    expect((await installed).chain).toContain(authority.issuing.pem.trim())
    await after.stop()
  })

  it('holds all that was acknowledged before the backup began, though the site went on meanwhile', async () => {
    const first = await setUpSite()
    const client = clientOf(first)
    const identities = ['CP_1', 'CP_2', 'CP_3']
    for (const identity of identities) await client.stations.register({ identity })
    const acknowledged: string[] = []
    let isOver = false
    const chargers = await Promise.all(identities.map((id) => RawCharger.connect(urlOf(first), id, 'ocpp2.0.1')))
    const streams = chargers.map(async (charger, place) => {
      for (let number = 0; !isOver; number += 1) {
        const transactionId = `tx-${place}-${number}`
        await charger.ask('TransactionEvent', {
          eventType: 'Started',
          seqNo: 0,
          timestamp: new Date().toISOString(),
          triggerReason: 'Authorized',
          transactionInfo: { transactionId },
        })
        acknowledged.push(transactionId)
      }
    })
    await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(60)
    let certain: string[]
    let file: string
    let made = 0
    // The chargers are answered while a backup is made, too. This one is so small that a disk may hold them up for as
    // long as it takes: then another one is made; where they wait for every backup, this comes to no end.
    do {
      made += 1
      file = `busy-${made}.chbackup`
      certain = [...acknowledged]
      await backUp(first, file)
    } while (acknowledged.length === certain.length)
    isOver = true
    await Promise.all(streams)
    await Promise.all(chargers.map((charger) => charger.close()))

    const said = JSON.parse(await command(['--data', 'second', '--json', '--restore', file]))
    expect(said).toMatchObject({ restored: true, siteName: 'Depot', counts: { stations: 3, cards: 1, keys: 2 } })
    const second = await start('second')
    second.site.sessions.catchUp()
    const kept = second.site.store.read.prepare('SELECT transaction_id FROM session').pluck().all()
    expect(kept).toEqual(expect.arrayContaining(certain))
  })
})

describe('the command line', () => {
  it('proves that a backup opens, while the site runs', async () => {
    const first = await setUpSite()
    await backUp(first, 'depot.chbackup')
    const before = readdirSync(first.dataFolder).sort()
    expect(await command(['--data', 'first', '--check-backup', 'depot.chbackup'])).toMatch(
      /^This backup of “Depot” from .* opens, and it is whole: 0 stations, 1 cards, 0 sessions, 0 files, 2 private keys\.$/,
    )
    expect(readdirSync(first.dataFolder).sort()).toEqual(before)
  })

  it('changes nothing when the passphrase or the file is wrong, or the folder in use or taken', async () => {
    const first = await setUpSite()
    await backUp(first, 'depot.chbackup')
    const refused = (argv: string[], passphrase?: string) =>
      command(argv, passphrase).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      )
    const restore = (data: string, file: string, passphrase?: string) =>
      refused(['--data', data, '--restore', file], passphrase)
    expect(await restore('second', 'depot.chbackup', 'a wrong one')).toBe('BACKUP_PASSPHRASE_WRONG')
    expect(await restore('second', 'nowhere.chbackup')).toBe('BACKUP_UNREADABLE')
    await expect(command(['--check-backup', 'nowhere.chbackup'])).rejects.toThrow(/\(there is no such file\)/)
    writeFileSync(path.join(folder, 'text.chbackup'), 'a text')
    expect(await restore('second', 'text.chbackup')).toBe('NO_BACKUP')
    expect(readdirSync(path.join(folder, 'second'))).toEqual(['chargehand.lock'])
    expect(await restore('first', 'depot.chbackup')).toBe('DATABASE_IN_USE')
    await first.close()
    expect(await restore('first', 'depot.chbackup')).toBe('RESTORE_NOT_EMPTY')
    const again = await start('first')
    expect(again.site.state().name).toBe('Depot')
  })

  it('asks for the passphrase, and takes it from a pipe', async () => {
    const input = new PassThrough()
    input.end(`${PASSPHRASE}\nand more`)
    expect(await askSecret('Passphrase: ', input)).toBe(PASSPHRASE)
    const empty = new PassThrough()
    empty.end()
    expect(await askSecret('Passphrase: ', empty)).toBe(null)

    const terminal = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => terminal })
    const shown = new PassThrough()
    const asked = askSecret('Passphrase: ', terminal, shown)
    terminal.write(`${PASSPHRASE}\r`)
    expect(await asked).toBe(PASSPHRASE)
    expect(String(shown.read())).toBe('Passphrase: \n')
  })

  it('refuses to guess a passphrase that nobody gives', async () => {
    const parsed = options(['--check-backup', 'depot.chbackup'])
    const backup = { kind: 'check', file: 'depot.chbackup' } as const
    await expect(
      runBackupCommand({ options: parsed, backup, systemCipher: null, speech: speechIn('en'), ask: async () => null }),
    ).rejects.toMatchObject({ code: 'BAD_OPTION', message: expect.stringMatching(/^--backup-passphrase-file/) })
  })

  it('takes the first line of a file for the passphrase', async () => {
    const first = await setUpSite()
    await backUp(first, 'depot.chbackup')
    writeFileSync(path.join(folder, 'words.txt'), `${PASSPHRASE}\r\n`)
    const parsed = options(['--check-backup', 'depot.chbackup', '--json', '--backup-passphrase-file', 'words.txt'])
    const backup = { kind: 'check', file: path.join(folder, 'depot.chbackup') } as const
    const said = JSON.parse(
      await runBackupCommand({ options: parsed, backup, systemCipher: null, speech: speechIn('en') }),
    )
    expect(said).toMatchObject({ opens: true, siteName: 'Depot', withLogs: true })
    expect(JSON.stringify(said)).not.toContain(PASSPHRASE)
    expect(readFileSync(path.join(first.dataFolder, 'log', 'chargehand.log'), 'utf8')).not.toContain(PASSPHRASE)
  })
})
