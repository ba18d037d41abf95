import { generateKeyPairSync, sign } from 'node:crypto'
import { examineSigned } from '@main/updates/examine'
import { type Installation, installCommands, signedName } from '@main/updates/installation'
import { openManifest } from '@main/updates/manifest'
import { builtInReleaseKeys, readReleaseKeys } from '@main/updates/releaseKeys'
import { compareVersions, VERSION } from '@main/updates/version'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { manifestOf, newReleaser, signedText } from '../../support/release'

const FILE = Buffer.from('the next version')
const releaser = newReleaser()
const stranger = newReleaser('Somebody else')
const here: Installation = {
  version: '0.4.0',
  platform: 'win32',
  arch: 'x64',
  package: 'nsis',
  place: null,
  handOver: null,
}
const windows = { platform: 'win32', arch: 'x64', package: 'nsis', file: 'chargehand-9.0.0-win-x64.exe' } as const
const good = releaser.sign(FILE, windows)

/** Why it is refused; the manifest where it is not. */
const examine = (signed: string, keys = releaser.keys, at = here) => {
  const examined = examineSigned(signed, keys, at)
  return examined.kind === 'good' ? examined.manifest : examined.reason.code.replace('updates.refused.', '')
}

/** The signed description after a hand was laid on it. */
const bent = (change: (signed: { manifest: string; signatures: { key: string; signature: string }[] }) => void) => {
  const signed = JSON.parse(good)
  change(signed)
  return JSON.stringify(signed)
}

describe('the description of a version', () => {
  it('is taken when a release key has signed it, for this program on this computer', () => {
    expect(examine(good)).toEqual({ ...manifestOf(FILE), ...windows })
  })

  it('is refused by a program that knows no key, whatever it says', () => {
    expect(examine(good, readReleaseKeys({ product: 'chargehand', keys: [] }))).toBe('noKey')
  })

  it.each([
    ['another product', { product: 'discharger' }, 'otherProduct'],
    ['another system', { platform: 'darwin' }, 'otherSystem'],
    ['another processor', { arch: 'arm64' }, 'otherSystem'],
    ['another way to install', { package: 'dmg' }, 'otherPackage'],
    ['a source where an installer was used', { platform: 'any', arch: 'any', package: 'source' }, 'otherPackage'],
    ['the version that runs', { version: '0.4.0' }, 'sameVersion'],
    ['an older version', { version: '0.3.9' }, 'older'],
    ['a pre-release of the version that runs', { version: '0.4.0-rc.1' }, 'older'],
  ] as const)('is refused for %s, though it is well signed', (_what, more, why) => {
    expect(examine(releaser.sign(FILE, { ...windows, ...more }))).toBe(why)
  })

  it.each([
    ['a folder in its name', { file: '../chargehand-9.0.0.exe' }],
    ['a hidden name', { file: '.exe' }],
    ['a name of another kind', { file: 'chargehand.bat' }],
    ['no real hash', { sha512: 'ab' }],
    ['no size', { size: 0 }],
    ['a version that is none', { version: '9' }],
    ['a platform that is none', { platform: 'amiga' }],
    ['a date that is none', { released: 'tomorrow' }],
  ])('is none with %s', (_what, more) => {
    const signed = signedText({ ...manifestOf(FILE), ...windows, ...more }, [releaser])
    expect(examine(signed)).toBe('notSigned')
  })

  it('is refused when another key has signed it, also under the name of ours', () => {
    expect(examine(stranger.sign(FILE, windows))).toBe('otherKey')
    const claimed = signedText({ ...manifestOf(FILE), ...windows }, [{ ...stranger, id: releaser.id }])
    expect(examine(claimed)).toBe('badSignature')
  })

  it('may have several signatures: one that is known is enough, and a bad one beside it does no harm', () => {
    const manifest = { ...manifestOf(FILE), ...windows }
    expect(examine(signedText(manifest, [stranger, releaser]))).toEqual(manifest)
    expect(examine(signedText(manifest, [{ ...stranger, id: releaser.id }, releaser]))).toEqual(manifest)
  })

  it('is refused when a word of it was changed after it was signed', () => {
    const changed = bent((signed) => {
      signed.manifest = signed.manifest.replace('9.0.0', '9.0.1')
    })
    expect(examine(changed)).toBe('badSignature')
  })

  it('is not taken for one when the same words were signed as something else', () => {
    const { manifest } = JSON.parse(good)
    const signature = sign(null, Buffer.from(manifest), releaser.privateKey).toString('base64')
    expect(examine(JSON.stringify({ manifest, signatures: [{ key: releaser.id, signature }] }))).toBe('badSignature')
  })

  it('is never taken with any of its bytes changed', () => {
    const bytes = Buffer.from(good)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const changed = Buffer.from(bytes)
        changed.writeUInt8((changed[place] ?? 0) ^ flip, place)
        const opened = openManifest(changed.toString('utf8'), releaser.keys)
        // What is left readable may only be the very same description.
        if (opened.kind === 'good') expect(opened.manifest).toEqual({ ...manifestOf(FILE), ...windows })
      }),
    )
  })

  it.each(['', 'null', '[]', '{"manifest":"{}"}', '{"manifest":{},"signatures":[]}', '\u0000'])(
    'is none: %j',
    (text) => {
      expect(examine(text)).toBe('notSigned')
    },
  )
})

describe('release keys', () => {
  it('are those of the file that is built in, and a key of another kind stops the program', () => {
    expect(builtInReleaseKeys().product).toBe('chargehand')
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    expect(() => readReleaseKeys({ product: 'chargehand', keys: [{ name: 'EC', publicKey: der }] })).toThrow('Ed25519')
    expect(() => readReleaseKeys({ product: 'chargehand', keys: [{ name: 'x', publicKey: 'AAAA' }] })).toThrow()
  })
})

describe('versions', () => {
  it('follow each other as Semantic Versioning has it', () => {
    const ordered = ['0.9.9', '0.10.0-alpha', '0.10.0-alpha.1', '0.10.0-alpha.beta', '0.10.0-beta.2', '0.10.0-beta.11']
    const all = [...ordered, '0.10.0-rc.1', '0.10.0', '0.10.1', '1.0.0', '10.0.0']
    expect([...all].reverse().sort(compareVersions)).toEqual(all)
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
    for (const none of ['1.2', '01.2.3', '1.2.3-', 'v1.2.3', '1.2.3+build'])
      expect(VERSION.test(none), none).toBe(false)
  })
})

describe('installing by hand', () => {
  it('says what to type, whatever stands in the path', () => {
    const on = (more: Partial<Installation>) => ({ ...here, platform: 'linux' as const, ...more })
    expect(installCommands('/srv/it’s/a’b.deb', on({ package: 'deb' }))).toEqual([
      "sudo apt install '/srv/it’s/a’b.deb'",
    ])
    expect(
      installCommands("/srv/o'hare/x.AppImage", on({ package: 'appimage', place: '/opt/Chargehand.AppImage' })),
    ).toEqual(["install -m 755 '/srv/o'\\''hare/x.AppImage' '/opt/Chargehand.AppImage'"])
    expect(installCommands('C:\\Data\\a.exe', here)).toEqual(['"C:\\Data\\a.exe"'])
    expect(installCommands('/d/x.dmg', on({ platform: 'darwin', package: 'dmg' }))).toEqual(["open '/d/x.dmg'"])
    expect(installCommands('/d/x.tar.gz', on({ package: 'source', place: '/opt/chargehand' }))).toEqual([
      "tar -xzf '/d/x.tar.gz' --strip-components=1 -C '/opt/chargehand'",
      "cd '/opt/chargehand'",
      'npm ci && npm run build',
    ])
    expect(signedName('chargehand', here)).toBe('chargehand-win32-x64-nsis.update.json')
  })
})
