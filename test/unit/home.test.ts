import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chooseKeyStore, KEY_FILE } from '@main/chooseKeyStore'
import { moveIn } from '@main/home'
import { AppError } from '@shared/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function fault(act: () => unknown): AppError {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the data folder', () => {
  it('is made for its owner only, and stays', () => {
    const home = moveIn({ dataFolder: path.join(folder, 'a', 'b'), demo: false })
    if (process.platform !== 'win32') expect(statSync(home.folder).mode & 0o777).toBe(0o700)
    home.leave()
    expect(existsSync(home.folder)).toBe(true)
  })

  it('that can not be made is a mistake in the options', () => {
    writeFileSync(path.join(folder, 'file'), '')
    const { code, message } = fault(() => moveIn({ dataFolder: path.join(folder, 'file', 'x'), demo: false }))
    expect(code).toBe('BAD_OPTION')
    expect(message).toContain('--data: the folder')
  })
})

describe('the folder of a demo', () => {
  const demo = () => moveIn({ dataFolder: path.join(folder, 'site'), demo: true }, folder)

  it('is its own, and is gone afterwards', () => {
    const home = demo()
    expect(path.dirname(home.folder)).toBe(folder)
    writeFileSync(path.join(home.folder, 'chargehand.db'), 'x')
    home.leave()
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes with it what earlier ones left, but nothing that is in use', () => {
    const old = (name: string, pid: string | null) => {
      const at = path.join(folder, name)
      mkdirSync(at)
      if (pid !== null) writeFileSync(path.join(at, 'demo.pid'), pid)
      utimesSync(at, 1_000, 1_000)
    }
    old('chargehand-demo-killed', '2147483646')
    old('chargehand-demo-window', null)
    old('chargehand-demo-running', String(process.pid))
    old('something-else', null)
    mkdirSync(path.join(folder, 'chargehand-demo-starting'))
    demo().leave()
    expect(readdirSync(folder).sort()).toEqual([
      'chargehand-demo-running',
      'chargehand-demo-starting',
      'something-else',
    ])
  })
})

describe('the key store', () => {
  const none = { kind: 'none' } as const
  const system = (available: boolean) => ({
    available: () => available,
    encrypt: (text: string) => Buffer.from(text),
    decrypt: (sealed: Uint8Array) => Buffer.from(sealed).toString(),
  })

  it('is the system’s where there is one, else a key file', () => {
    expect(chooseKeyStore(folder, none, system(true)).kind).toBe('system')
    expect(chooseKeyStore(folder, none, system(false)).kind).toBe('key-file')
    expect(chooseKeyStore(folder, none, null).kind).toBe('key-file')
  })

  it('stays the key file of a site that began with one', async () => {
    await chooseKeyStore(folder, none, null).seal(new Uint8Array([1]))
    expect(readdirSync(folder)).toEqual([KEY_FILE])
    expect(chooseKeyStore(folder, none, system(true)).kind).toBe('key-file')
  })

  it('is the passphrase where one is given', () => {
    const file = path.join(folder, 'passphrase')
    writeFileSync(file, ' two words \r\nsecond line')
    expect(chooseKeyStore(folder, { kind: 'file', file }, system(true)).kind).toBe('passphrase')
    expect(chooseKeyStore(folder, { kind: 'text', text: 'x' }, null).kind).toBe('passphrase')
  })

  it('takes the first line of the file as it stands', async () => {
    const file = path.join(folder, 'passphrase')
    writeFileSync(file, ' two words \r\nsecond line')
    const sealed = await chooseKeyStore(folder, { kind: 'file', file }, null).seal(new Uint8Array([7]))
    const opened = await chooseKeyStore(folder, { kind: 'text', text: ' two words ' }, null).open(sealed)
    expect([...opened]).toEqual([7])
  })

  it('is refused with a sentence when the passphrase can not be read', () => {
    const file = path.join(folder, 'none')
    expect(fault(() => chooseKeyStore(folder, { kind: 'file', file }, null)).message).toContain('can not be read')
    writeFileSync(file, '\n')
    expect(fault(() => chooseKeyStore(folder, { kind: 'file', file }, null)).message).toContain('is empty')
  })
})
