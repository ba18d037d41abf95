import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { moveIn } from '@main/home'
import { startFault } from '@main/startFault'
import { openStore } from '@main/store/open'
import { failureSentence } from '@main/terminal'
import { unwritable } from '@main/unwritable'
import { AppError } from '@shared/errors'
import { reasons as words } from '@shared/words/en/reasons'
import { speechIn } from '@shared/words/speech'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chargehand-unwritable-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const systemError = (code: string) => Object.assign(new Error(`${code}: no`), { code })

function fault(act: () => unknown): AppError {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** The parts of the fault, as its data carries them. */
const told = (why: keyof typeof words.unwritable) => ({
  reason: { text: words.unwritable[why].reason },
  remedy: { text: words.unwritable[why].remedy },
})

describe('a refused write', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['SQLITE_FULL', 'full'],
    ['EACCES', 'rights'],
    ['EPERM', 'rights'],
    ['EROFS', 'readOnly'],
    ['SQLITE_READONLY', 'readOnly'],
  ] as const)('%s is told as what it is: %s', (code, why) => {
    const fault = unwritable(folder, systemError(code))
    expect(fault).toMatchObject({ code: 'DATA_FOLDER_UNWRITABLE', data: { folder, ...told(why) } })
    expect(fault?.message).not.toContain('{{')
    expect(fault?.message).not.toContain('backup')
  })

  it('with a failing disk carries what the system said', () => {
    expect(unwritable(folder, systemError('SQLITE_IOERR_WRITE'))?.message).toContain('SQLITE_IOERR_WRITE: no')
  })

  it('is not what a damaged or missing file is', () => {
    for (const code of ['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_CANTOPEN', 'EISDIR', 'ENOENT']) {
      expect(unwritable(folder, systemError(code)), code).toBeNull()
    }
    expect(unwritable(folder, 'thrown text')).toBeNull()
  })

  // Whether mounted read-only or not, and for every account, nobody makes folders there.
  it.skipIf(process.platform !== 'linux')('is met where the system lets nobody write', () => {
    const home = () => moveIn({ dataFolder: '/sys/chargehand/site', demo: false })
    expect(fault(home).code).toBe('DATA_FOLDER_UNWRITABLE')
    expect(fault(() => moveIn({ dataFolder: '', demo: true }, '/sys')).code).toBe('DATA_FOLDER_UNWRITABLE')
  })

  // Root may write everywhere.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('is met in a folder without rights', () => {
    chmodSync(folder, 0o500)
    expect(fault(() => moveIn({ dataFolder: folder, demo: false })).code).toBe('DATA_FOLDER_UNWRITABLE')
    expect(fault(() => openStore({ folder, onLazyFailure() {} }))).toMatchObject({
      code: 'DATA_FOLDER_UNWRITABLE',
      data: told('rights'),
    })
    chmodSync(folder, 0o700)
    openStore({ folder, onLazyFailure() {} }).close()
    // The files may be written, but the write-ahead log can not be made beside them.
    chmodSync(folder, 0o500)
    expect(fault(() => openStore({ folder, onLazyFailure() {} }))).toMatchObject({
      code: 'DATA_FOLDER_UNWRITABLE',
      data: told('rights'),
    })
  })
})

describe('a failed start', () => {
  it('keeps the fault it has, and never says that the server keeps running', () => {
    const inUse = new AppError('DATABASE_IN_USE', { folder })
    expect(startFault(inUse, folder)).toBe(inUse)
    expect(startFault(systemError('ENOSPC'), folder).code).toBe('DATA_FOLDER_UNWRITABLE')
    expect(startFault(systemError('EEXIST'), folder)).toMatchObject({
      code: 'START_FAILED',
      data: { reason: 'EEXIST: no' },
    })
    for (const error of [new Error('odd'), 'odd', undefined])
      expect(failureSentence(error, speechIn('en'))).not.toContain('keeps')
    expect(failureSentence(new Error('odd'), speechIn('en'))).toContain('odd')
  })

  it('names the damaged file where one is in the way', () => {
    writeFileSync(path.join(folder, 'chargehand.db'), 'no database '.repeat(100))
    expect(fault(() => openStore({ folder, onLazyFailure() {} })).code).toBe('DATABASE_UNREADABLE')
  })
})
