import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../../support/runningProgram'

/** As much of the packer as is asked here. Its parts are not among what electron-builder gives out itself. */
interface Packer {
  Packager: new (options: { projectDir: string }) => { validateConfig(): Promise<void> }
  LinuxPackager: new (packager: object) => object
}
interface PackageTarget {
  default: new (name: 'deb', packager: object, helper: object, folder: string) => { checkOptions(): Promise<unknown> }
}

describe('the packing of the program', () => {
  it('has all that a Debian package must say of itself', async () => {
    const ofPacker = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
    const { Packager, LinuxPackager }: Packer = ofPacker('app-builder-lib')
    const { default: Target }: PackageTarget = ofPacker('app-builder-lib/out/targets/FpmTarget')
    const packager = new Packager({ projectDir: PROJECT })
    await packager.validateConfig()
    const target = new Target('deb', new LinuxPackager(packager), {}, path.join(PROJECT, 'dist'))
    expect(await target.checkOptions()).toMatchObject({ name: 'chargehand', maintainer: 'The Chargehand contributors' })
  })

  it('leaves the firewall rule when a newer version takes the place of an older one', () => {
    const script = readFileSync(path.join(PROJECT, 'resources/installer/firewall.nsh'), 'utf8')
    const removing = script.slice(script.indexOf('!macro customUnInstall'))
    // The installer runs the uninstaller of the version before, which would take the rule of the new one along.
    expect(removing.search(/\{IfNot\} \$\{isUpdated\}/)).toBeGreaterThan(0)
    expect(removing.indexOf('delete rule')).toBeGreaterThan(removing.indexOf('isUpdated'))
  })
})
