import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLog, openFileLog } from '@main/log'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

describe('the log', () => {
  it('blots out secrets by the name of their field, and keeps the rest', () => {
    const lines: string[] = []
    const log = createLog({ write: (line) => void lines.push(line) })
    log.warn({ station: 'CP_1', headers: { cookie: 'session=abc' }, passphrase: 'hunter2' }, 'refused')
    expect(lines.join('')).not.toMatch(/abc|hunter2/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      station: 'CP_1',
      msg: 'refused',
      passphrase: '[kept secret]',
      headers: { cookie: '[kept secret]' },
    })
  })

  it('writes errors with their stack, for whoever has to find the cause', () => {
    const lines: string[] = []
    createLog({ write: (line) => void lines.push(line) }).error({ error: new Error('disk gone') }, 'failed')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { message: 'disk gone', stack: expect.any(String) } })
  })
})

describe('the log in files', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chargehand-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('has every line on disk when it has been logged, for its owner only', () => {
    const { log, close } = openFileLog(folder)
    for (let number = 0; number < 100; number++) log.info({ number }, 'line')
    const file = path.join(folder, 'log', 'chargehand.log')
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(100)
    close()
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('puts full files aside and keeps no more than it was told', () => {
    const limits = { fileBytes: 2_000, keptFiles: 2 }
    for (let run = 0; run < 6; run++) {
      const { log, close } = openFileLog(folder, limits)
      log.info({ run, filling: 'x'.repeat(2_100) }, 'line')
      close()
    }
    expect(readdirSync(path.join(folder, 'log')).sort()).toEqual([
      'chargehand.1.log',
      'chargehand.2.log',
      'chargehand.log',
    ])
    // Each run's one line filled its file, so each run began a new one.
    const runs = ['chargehand.log', 'chargehand.1.log', 'chargehand.2.log'].map(
      (name) => JSON.parse(readFileSync(path.join(folder, 'log', name), 'utf8')).run,
    )
    expect(runs).toEqual([5, 4, 3])
  })

  it('begins a new file while it runs', () => {
    const { log, close } = openFileLog(folder, { fileBytes: 2_000, keptFiles: 2 })
    log.info({ filling: 'x'.repeat(2_100) }, 'before')
    log.info('after')
    close()
    expect(JSON.parse(readFileSync(path.join(folder, 'log', 'chargehand.1.log'), 'utf8'))).toMatchObject({
      msg: 'before',
    })
    expect(JSON.parse(readFileSync(path.join(folder, 'log', 'chargehand.log'), 'utf8'))).toMatchObject({ msg: 'after' })
  })

  it('goes on in the old file where it can not be put aside, and loses nothing of it', () => {
    // A folder that is not empty, in the place where the oldest file is removed.
    mkdirSync(path.join(folder, 'log', 'chargehand.1.log', 'x'), { recursive: true })
    const { log, close } = openFileLog(folder, { fileBytes: 500, keptFiles: 1 })
    for (let number = 0; number < 30; number++) log.info({ number }, 'line')
    close()
    expect(linesOf('chargehand.log').map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, n) => n))
  })

  it('that is closed takes no more lines and does not mind', () => {
    const { log, close } = openFileLog(folder)
    log.info('before')
    close()
    close()
    log.info('after')
    expect(linesOf('chargehand.log').map(({ msg }) => msg)).toEqual(['before'])
  })

  // The system's own full disk: every write to it is answered with ENOSPC.
  it.skipIf(process.platform !== 'linux')('drops what a full disk refuses', () => {
    mkdirSync(path.join(folder, 'log'))
    symlinkSync('/dev/full', path.join(folder, 'log', 'chargehand.log'))
    const { log, close } = openFileLog(folder)
    expect(() => log.info('refused')).not.toThrow()
    expect(close).not.toThrow()
  })

  it('says how many lines it had to drop as soon as one is accepted again', () => {
    const { log, close } = openFileLog(folder, { fileBytes: 1, keptFiles: 1 })
    log.info('before')
    // The next line wants a new file, and there is no room for one.
    rmSync(path.join(folder, 'log'), { recursive: true })
    for (let number = 0; number < 3; number++) log.info('refused')
    mkdirSync(path.join(folder, 'log'))
    log.info('after')
    close()
    expect(linesOf('chargehand.log')).toMatchObject([{ level: 40, lost: 3 }, { msg: 'after' }])
  })

  /** Every line of a log file, read as JSON. */
  function linesOf(name: string): Record<string, unknown>[] {
    const text = readFileSync(path.join(folder, 'log', name), 'utf8')
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  }
})
