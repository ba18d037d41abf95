import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PROJECT, runProgram, withoutOurs } from '../support/runningProgram'
import { backupBytes, PASSPHRASE, storeWithSite } from '../support/testBackup'

// The built program, as somebody runs it who has lost a computer and has a backup.

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-restore-'))
  const { order } = await storeWithSite()
  writeFileSync(path.join(folder, 'depot.chbackup'), await backupBytes(order))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** `limit`: the largest file in KiB that the system lets the program write; `typed`: what comes on its standard input. */
async function restore(choices: { limit?: number; typed?: string; passphrase?: string }) {
  const program = [process.execPath, path.join(PROJECT, 'out/main/headless.js')]
  const words = [...program, '--data', path.join(folder, 'site'), '--restore', path.join(folder, 'depot.chbackup')]
  const { limit } = choices
  const [file = '', ...args] =
    limit === undefined ? words : ['bash', '-c', `ulimit -f ${limit} && exec "$@"`, 'bash', ...words]
  const env: Record<string, string> = { ...withoutOurs(process.env) }
  if (choices.passphrase !== undefined) env.CHARGEHAND_BACKUP_PASSPHRASE = choices.passphrase
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], env })
  child.stdin.end(choices.typed ?? '')
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(String(chunk)))
  await once(child, 'close')
  return { code: child.exitCode, said: said.join('') }
}

describe('the program with --restore', () => {
  it('restores, says so, ends, and runs the site at its next start', async () => {
    const { code, said } = await restore({ typed: `${PASSPHRASE}\n` })
    expect(said).toMatch(/^Restored the site “Depot” as it was at .*\. Start Chargehand to run it\.\n$/)
    expect(code).toBe(0)
    const program = await runProgram({ dataFolder: path.join(folder, 'site') })
    expect(program.ready).toMatchObject({ phase: 'running', keyStore: 'key-file' })
    expect(await program.end()).toBe(0)
    const again = await restore({ passphrase: PASSPHRASE })
    expect(again).toMatchObject({ code: 1, said: expect.stringMatching(/holds a site already, and nothing of it was/) })
  })

  it('says what is wrong in one sentence, without a stack and without the passphrase', async () => {
    const wrong = await restore({ passphrase: 'a wrong passphrase' })
    expect(wrong).toEqual({
      code: 1,
      said: expect.stringMatching(/^The passphrase does not open this backup\. [^\n]*\n$/),
    })
    expect(wrong.said).not.toContain('a wrong passphrase')
    const none = await restore({})
    expect(none).toEqual({
      code: 1,
      said: expect.stringMatching(/^--backup-passphrase-file: the passphrase is [^\n]*\n$/),
    })
  })

  it.skipIf(process.platform === 'win32')('leaves nothing behind when the disk takes no more', async () => {
    const { code, said } = await restore({ limit: 100, passphrase: PASSPHRASE })
    expect(said).toMatch(/^The backup could not be unpacked in [^\n]* \(EFBIG[^\n]*\n$/)
    expect(code).toBe(1)
    expect(readdirSync(path.join(folder, 'site'))).toEqual(['chargehand.lock'])
    expect(await restore({ passphrase: PASSPHRASE })).toMatchObject({ code: 0 })
  })
})
