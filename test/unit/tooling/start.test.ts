import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { INPUTS, isStale, OUTPUTS } from '../../../scripts/build.mjs'
import { findElectron, hasDisplay, sandboxProblem } from '../../../scripts/electronRuntime.mjs'
import { onPath, readEnvironment } from '../../support/environment'
import { PROJECT } from '../../support/runningProgram'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file whose time is so many seconds after an arbitrary moment. */
function put(name: string, second: number, mode = 0o644) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, '', { mode })
  setTime(name, second)
  return file
}

function setTime(name: string, second: number) {
  utimesSync(path.join(folder, name), 1_700_000_000 + second, 1_700_000_000 + second)
}

describe('whether to build', () => {
  beforeEach(() => {
    put('src/main/index.ts', 10)
    put('package-lock.json', 10)
    for (const name of ['src/main', 'src']) setTime(name, 10)
    for (const name of OUTPUTS) put(name, 20)
  })

  test('not when every output is newer than every source', () => {
    expect(isStale(folder)).toBe(false)
  })

  test.each([
    ['a source has changed', 'src/main/index.ts'],
    ['a source has been removed or added', 'src/main'],
    ['the lock file has changed', 'package-lock.json'],
  ])('when %s', (_case, name) => {
    setTime(name, 30)
    expect(isStale(folder)).toBe(true)
  })

  test.each(OUTPUTS)('when %s is missing', (name) => {
    rmSync(path.join(folder, name))
    expect(isStale(folder)).toBe(true)
  })

  test('when the last build ended half-way', () => {
    setTime('src/main/index.ts', 25)
    setTime(OUTPUTS[0] ?? '', 30)
    expect(isStale(folder)).toBe(true)
  })

  test('looks at what decides on the output', () => {
    expect(INPUTS).toEqual(expect.arrayContaining(['src', 'package-lock.json', 'electron.vite.config.ts']))
  })
})

describe('where to show the console', () => {
  test('Electron may be named', () => {
    const file = put('electron', 0)
    expect(findElectron({ ELECTRON_EXEC_PATH: file })).toEqual({ file })
  })

  test('a named Electron that is not there is said, and nothing else is tried', () => {
    const file = path.join(folder, 'nowhere')
    expect(findElectron({ ELECTRON_EXEC_PATH: file })).toEqual({
      missing: `ELECTRON_EXEC_PATH names ${file}, which does not exist`,
    })
  })

  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['freebsd', {}, false],
    ['win32', {}, true],
    ['darwin', {}, true],
  ] as const)('on %s with %j a display: %j', (platform, env, expected) => {
    expect(hasDisplay(env, platform)).toBe(expected)
  })

  test('a runtime that was named answers for its own sandbox', () => {
    expect(sandboxProblem('/electron', { ELECTRON_EXEC_PATH: '/electron' }, 'linux')).toBeNull()
  })

  test.skipIf(process.getuid?.() !== 0)('no window for root', () => {
    expect(sandboxProblem('/electron', {}, 'linux')).toBe('Electron does not open windows for root')
  })
})

describe('what the tests find on the machine', () => {
  test('an executable on the path, in the order of the names', () => {
    const file = put('bin/second', 0, 0o755)
    put('bin/first', 0, 0o644)
    const searchPath = ['', path.join(folder, 'none'), path.join(folder, 'bin')].join(path.delimiter)
    expect(onPath(['first', 'second'], searchPath)).toBe(file)
    expect(onPath(['third'], searchPath)).toBeNull()
    expect(onPath(['second'], undefined)).toBeNull()
  })

  test('what npm test says counts, also when it says there is none', () => {
    const env = { DISPLAY: ':1', CHROMIUM_PATH: '/a', ELECTRON_EXEC_PATH: '/b' }
    expect(readEnvironment(env, 'linux')).toMatchObject({ chromium: '/a', electron: '/b', openssl: null })
    const told = { ...env, CHARGEHAND_TEST_CHROMIUM: '', CHARGEHAND_TEST_ELECTRON: '/c', CHARGEHAND_TEST_OPENSSL: '/d' }
    expect(readEnvironment(told, 'linux')).toMatchObject({ chromium: null, electron: '/c', openssl: '/d' })
  })

  test('no Electron without a display', () => {
    expect(readEnvironment({ ELECTRON_EXEC_PATH: '/b' }, 'linux').electron).toBeNull()
    expect(readEnvironment({ ELECTRON_EXEC_PATH: '/b' }, 'win32').electron).toBe('/b')
  })
})

test('what npm runs ends with it, although the signal reached nobody but its shell', async () => {
  const script = `import(${JSON.stringify(pathToFileURL(path.join(PROJECT, 'scripts/endWithNpm.mjs')).href)}).then((it) => {
    it.endWithNpm()
    setTimeout(() => {}, 60_000)
    console.log('runs')
  })`
  // With something after it, the shell stays between npm and the program.
  const shell = spawn('sh', ['-c', `"$0" -e "$1"; true`, process.execPath, script], {
    env: { ...process.env, npm_lifecycle_event: 'charger' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(shell.stdout, 'data')
  shell.kill('SIGKILL')
  // The pipe is closed when the last who holds it has ended.
  expect(await once(shell, 'close')).toEqual([null, 'SIGKILL'])
})
