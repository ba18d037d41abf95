import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLog, openFileLog } from '@main/log'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

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

  it('has every line on disk when it is closed, for its owner only', async () => {
    const { log, close } = openFileLog(folder)
    for (let number = 0; number < 100; number++) log.info({ number }, 'line')
    await close()
    const file = path.join(folder, 'log', 'chargehand.log')
    expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(100)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('puts full files aside and keeps no more than it was told', async () => {
    const limits = { fileBytes: 2_000, keptFiles: 2 }
    for (let run = 0; run < 6; run++) {
      const { log, close } = openFileLog(folder, limits)
      log.info({ run, filling: 'x'.repeat(2_100) }, 'line')
      await close()
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

  it('begins a new file while it runs', async () => {
    const { log, close } = openFileLog(folder, { fileBytes: 2_000, keptFiles: 2 })
    log.info({ filling: 'x'.repeat(2_100) }, 'before')
    await vi.waitFor(() => expect(existsSync(path.join(folder, 'log', 'chargehand.1.log'))).toBe(true))
    log.info('after')
    await close()
    expect(JSON.parse(readFileSync(path.join(folder, 'log', 'chargehand.log'), 'utf8'))).toMatchObject({ msg: 'after' })
  })
})
