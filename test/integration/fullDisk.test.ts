import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually'
import { PROJECT, readyLine, runProgram, temporaryFolder, withoutOurs } from '../support/runningProgram'

// The real program on a disk that refuses to be written to: it says so, and it can always be ended.

/** An exception in the middle of nothing, on demand: what a mistake in the program would do. */
const FAULT_ON_SIGNAL = `data:text/javascript,process.on('SIGUSR2', () => { throw new Error('out of the blue') })`

let data: ReturnType<typeof temporaryFolder>
const children: ChildProcess[] = []
beforeEach(() => {
  data = temporaryFolder()
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  data.remove()
})

/** `limit`: the largest file in KiB that the system lets the program write; it refuses more with EFBIG. */
function start(limit: number | null = null): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const words = ['--headless', '--json', '--bind', '127.0.0.1', '--ocpp-port', '0', '--web-port', '0']
  const program = [process.execPath, '--import', FAULT_ON_SIGNAL, path.join(PROJECT, 'out/main/headless.js')]
  const command = [...program, ...words, '--data', data.folder]
  const [file = '', ...args] =
    limit === null ? command : ['bash', '-c', `ulimit -f ${limit} && exec "$@"`, 'bash', ...command]
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: withoutOurs(process.env) })
  children.push(child)
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, said: said.join('') }))
  return { child, ended }
}

interface Ended {
  readonly code: number | null
  readonly said: string
}

/** A log that is on a full disk, while the rest of the data folder is not. */
function fillLogDisk(): void {
  mkdirSync(path.join(data.folder, 'log'))
  symlinkSync('/dev/full', path.join(data.folder, 'log', 'chargehand.log'))
}

describe.skipIf(process.platform !== 'linux')('with a log that can not be written', () => {
  it('a start that fails says why, and ends', async () => {
    fillLogDisk()
    writeFileSync(path.join(data.folder, 'chargehand.db'), 'no database '.repeat(100))
    const { code, said } = await start().ended
    expect(code).toBe(1)
    expect(said).toMatch(/^The database .* can not be read \(.*\)\. [^\n]*\n$/)
  })

  it('the running server ends when it is asked to', async () => {
    fillLogDisk()
    const { child, ended } = start()
    await readyLine(child)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, said: '' })
  })

  it('the server ends after an exception that nobody caught', async () => {
    fillLogDisk()
    const { child, ended } = start()
    await readyLine(child)
    child.kill('SIGUSR2')
    const { code, said } = await ended
    expect(code).toBe(1)
    expect(said).toBe('Chargehand ended after an unexpected fault (out of the blue). The log says more.\n')
  })
})

describe.skipIf(process.platform === 'win32')('with a disk that refuses every write', () => {
  it('a first start says so, keeps no one waiting and asks for no backup', async () => {
    const { code, said } = await start(0).ended
    expect(code).toBe(1)
    expect(said).toMatch(/^Chargehand can not write to the folder [^\n]*\n$/)
  })

  it('a start where it has run before says so too', async () => {
    await (await runProgram({ dataFolder: data.folder })).end()
    const { code, said } = await start(0).ended
    expect(code).toBe(1)
    expect(said).toMatch(/^Chargehand can not write to the folder [^\n]*\n$/)
  })

  it('a server whose log can grow no more serves on, and ends when it is asked to', async () => {
    await (await runProgram({ dataFolder: data.folder })).end()
    const log = path.join(data.folder, 'log', 'chargehand.log')
    const filling = `${JSON.stringify({ filling: 'x'.repeat(200_000) })}\n`
    writeFileSync(log, filling)
    const { child, ended } = start(100)
    await readyLine(child)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, said: '' })
    expect(readFileSync(log, 'utf8')).toBe(filling)
  })
})

describe('a start that can not be', () => {
  it('says the reason where the log has no place, not that the server keeps running', async () => {
    writeFileSync(path.join(data.folder, 'log'), '')
    const { code, said } = await start().ended
    expect(code).toBe(1)
    expect(said).toMatch(/^Chargehand could not start: EEXIST[^\n]*\n$/)
  })

  it('beside a running one leaves that one’s log alone', async () => {
    const log = path.join(data.folder, 'log', 'chargehand.log')
    const first = await runProgram({ dataFolder: data.folder })
    // What it has to say of card readers comes last of all that it says by itself.
    await eventually(() => expect(readFileSync(log, 'utf8')).toContain('smart-card service'))
    // So full that whoever writes the next line puts it aside.
    const filling = `${JSON.stringify({ filling: 'x'.repeat(6_000_000) })}\n`
    writeFileSync(log, filling)
    const { code, said } = await start().ended
    expect(code).toBe(1)
    expect(said).toMatch(/^Another Chargehand is using the data folder [^\n]*\n$/)
    expect(existsSync(path.join(data.folder, 'log', 'chargehand.1.log'))).toBe(false)
    expect(readFileSync(log, 'utf8')).toBe(filling)
    expect(await first.end()).toBe(0)
  })

  it('has its exception in the log before it ends', async () => {
    const { child, ended } = start()
    await readyLine(child)
    child.kill('SIGUSR2')
    expect((await ended).code).toBe(1)
    const last = readFileSync(path.join(data.folder, 'log', 'chargehand.log'), 'utf8')
      .trimEnd()
      .split('\n')
      .at(-1)
    expect(JSON.parse(last ?? '')).toMatchObject({ msg: 'uncaught exception', error: { message: 'out of the blue' } })
  })
})
