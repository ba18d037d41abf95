import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { environment } from '../../support/environment'
import { PROJECT, readyLine, temporaryFolder, withoutOurs } from '../../support/runningProgram'

// The program as it is installed: packed around the Electron that the tests have, and started once from there. The
// command is the one of `npm run package`, without making an installer of it.

const runtime = environment.electron === null ? null : path.dirname(environment.electron)

describe.skipIf(runtime === null || process.platform !== 'linux')('the packed program', () => {
  let home: ReturnType<typeof temporaryFolder>
  let unpacked: string
  let executable: string
  let archive: string

  beforeAll(() => {
    home = temporaryFolder()
    const folder = runtime ?? ''
    const version = readFileSync(path.join(folder, 'version'), 'utf8').trim()
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        path.join(PROJECT, 'node_modules/electron-builder/cli.js'),
        '--dir',
        `-c.electronDist=${folder}`,
        `-c.electronVersion=${version}`,
        `-c.directories.output=${home.folder}`,
      ],
      { cwd: PROJECT, encoding: 'utf8', env: withoutOurs(process.env) },
    )
    expect(status, `${stdout}${stderr}`).toBe(0)
    unpacked = path.join(home.folder, readdirSync(home.folder).find((name) => name.endsWith('-unpacked')) ?? '')
    executable = path.join(unpacked, 'chargehand')
    archive = path.join(unpacked, 'resources/app.asar')
  })
  afterAll(() => home.remove())

  it('holds the program, the native modules of this system outside of its archive, and nothing else', () => {
    const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'))
    for (const needed of [
      '/out/main/index.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/package.json',
    ]) {
      expect(files).toContain(needed)
    }
    expect(files.filter((file) => /^\/(src|test|scripts|docs|out\/bench)\//.test(file))).toEqual([])
    const packages = files.map((file) => /^\/node_modules\/((?:@[^/]+\/)?[^@/]+)\//.exec(file)?.[1])
    const known = new Set(packages.filter((name) => name !== undefined))
    expect([...known].map((name) => name.replace(/^@koromix\/koffi-.*/, 'koffi’s module')).sort()).toEqual([
      'better-sqlite3',
      'koffi',
      'koffi’s module',
    ])
    const native = files.filter((file) => file.endsWith('.node'))
    expect(native).toContain(`/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`)
    for (const file of native) expect(existsSync(path.join(`${archive}.unpacked`, file)), file).toBe(true)
  })

  it('can not be turned into anything else from outside', async () => {
    const wire = await getCurrentFuseWire(executable)
    // A byte for each: the digit 0 or 1.
    const isOn = (option: FuseV1Options) => String.fromCharCode(Number(wire[option])) === '1'
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      archiveChecked: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      archiveOnly: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      filePrivileges: false,
      cookieEncryption: true,
      archiveChecked: true,
      archiveOnly: true,
    })
  })

  it('starts, and says so', async () => {
    fitDatabase()
    const dataFolder = path.join(home.folder, 'data')
    mkdirSync(dataFolder)
    const root = process.getuid?.() === 0
    const child = spawn(
      executable,
      [
        // Chromium's sandbox refuses to start for root.
        ...(root ? ['--no-sandbox'] : []),
        '--disable-gpu',
        ...['--json', '--bind', '127.0.0.1', '--ocpp-port', '0', '--data', dataFolder],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...withoutOurs(process.env), ELECTRON_RUN_AS_NODE: '1' } },
    )
    try {
      expect(await readyLine(child)).toMatchObject({ ready: true, phase: 'setup', dataFolder })
      // The process that reads cards is started from inside of the archive, and finds its native module.
      const log = () => readFileSync(path.join(dataFolder, 'log', 'chargehand.log'), 'utf8')
      await expect.poll(log, { timeout: 15_000 }).toContain('"msg":"smart-card service"')
    } finally {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
  })

  /** An Electron older than the Node-API that the database module is built for brings a fitting build beside itself. */
  function fitDatabase() {
    const fitting = readdirSync(runtime ?? '').find((name) => /^better_sqlite3-.*\.node$/.test(name))
    if (fitting === undefined) return
    const module = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`
    cpSync(path.join(runtime ?? '', fitting), path.join(`${archive}.unpacked`, module))
  }
})
