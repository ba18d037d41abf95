import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { openManifest } from '@main/updates/manifest'
import { readReleaseKeys } from '@main/updates/releaseKeys'
import { describe, expect, it } from 'vitest'
import { PROJECT, temporaryFolder } from '../../support/runningProgram'

/** As much of the packer as is asked here. Its parts are not among what electron-builder gives out itself. */
interface Packer {
  Packager: new (options: { projectDir: string }) => { validateConfig(): Promise<void> }
  LinuxPackager: new (packager: object) => Naming
  WinPackager: new (packager: object) => Naming
  MacPackager: new (packager: object) => Naming
}
interface Naming {
  expandArtifactNamePattern(options: null, extension: string, arch: number): string
}
interface PackageTarget {
  default: new (name: 'deb', packager: object, helper: object, folder: string) => { checkOptions(): Promise<unknown> }
}

const ofPacker = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

describe('the packing of the program', () => {
  const packer: Packer = {
    ...ofPacker('app-builder-lib'),
    ...ofPacker('app-builder-lib/out/winPackager'),
    ...ofPacker('app-builder-lib/out/macPackager'),
  }
  it('has all that a Debian package must say of itself', async () => {
    const { Packager, LinuxPackager } = packer
    const { default: Target }: PackageTarget = ofPacker('app-builder-lib/out/targets/FpmTarget')
    const packager = new Packager({ projectDir: PROJECT })
    await packager.validateConfig()
    const target = new Target('deb', new LinuxPackager(packager), {}, path.join(PROJECT, 'dist'))
    expect(await target.checkOptions()).toMatchObject({ name: 'chargehand', maintainer: 'The Chargehand contributors' })
  })

  it('gives each file a name by which it is signed as what it is', async () => {
    const { Packager, LinuxPackager, WinPackager, MacPackager } = packer
    const building = new Packager({ projectDir: PROJECT })
    await building.validateConfig()
    const X64 = 1
    const ARM64 = 3
    const files = [
      [new WinPackager(building).expandArtifactNamePattern(null, 'exe', X64), 'MZ', 'win32-x64-nsis'],
      [new MacPackager(building).expandArtifactNamePattern(null, 'dmg', ARM64), 'x', 'darwin-arm64-dmg'],
      [new LinuxPackager(building).expandArtifactNamePattern(null, 'AppImage', X64), '\x7fELF', 'linux-x64-appimage'],
      [new LinuxPackager(building).expandArtifactNamePattern(null, 'deb', ARM64), '!<arch>\n', 'linux-arm64-deb'],
    ] as const
    const { folder, remove } = temporaryFolder()
    try {
      const script = (...args: string[]) => {
        const options = { encoding: 'utf8', cwd: folder } as const
        const { stdout, stderr } = spawnSync(
          process.execPath,
          [path.join(PROJECT, 'scripts/release.mjs'), ...args],
          options,
        )
        expect(stderr).toBe('')
        return stdout
      }
      const keys = { product: 'chargehand', keys: [JSON.parse(script('key', '--key', 'key.pem', '--name', 'Test'))] }
      writeFileSync(path.join(folder, 'keys.json'), JSON.stringify(keys))
      for (const [name, begins] of files) writeFileSync(path.join(folder, name), `${begins} and more`)
      script('sign', '--key', 'key.pem', '--keys', 'keys.json', ...files.map(([name]) => name))
      for (const [name, , kind] of files) {
        const signed = readFileSync(path.join(folder, `chargehand-${kind}.update.json`), 'utf8')
        const opened = openManifest(signed, readReleaseKeys(keys))
        expect(opened).toMatchObject({ kind: 'good', manifest: { file: name, version: expect.any(String) } })
      }
    } finally {
      remove()
    }
  })

  it('leaves the firewall rule when a newer version takes the place of an older one', () => {
    const script = readFileSync(path.join(PROJECT, 'resources/installer/firewall.nsh'), 'utf8')
    const removing = script.slice(script.indexOf('!macro customUnInstall'))
    // The installer runs the uninstaller of the version before, which would take the rule of the new one along.
    expect(removing.search(/\{IfNot\} \$\{isUpdated\}/)).toBeGreaterThan(0)
    expect(removing.indexOf('delete rule')).toBeGreaterThan(removing.indexOf('isUpdated'))
  })
})
