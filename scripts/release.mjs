import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

// Signs releases, and makes the keys for it. docs/releasing.md says who does what, and when.
//   node scripts/release.mjs key  --key FILE --name "Release key 2027"
//   node scripts/release.mjs sign --key FILE [--key FILE] [--notes FILE] [--out DIR] dist/*.exe dist/*.AppImage …
// A passphrase of the key is taken from CHARGEHAND_RELEASE_PASSPHRASE.

const PROJECT = path.resolve(import.meta.dirname, '..')
/** As src/main/updates/manifest.ts has it. */
const SIGNED_PREFIX = 'chargehand update manifest 1\n'

/** What each kind of file is, by the end of its name, and how its bytes begin. */
const KINDS = [
  { end: '.exe', package: 'nsis', platform: 'win32', begins: [0x4d, 0x5a] },
  { end: '.dmg', package: 'dmg', platform: 'darwin', begins: [] },
  { end: '.AppImage', package: 'appimage', platform: 'linux', begins: [0x7f, 0x45, 0x4c, 0x46] },
  { end: '.deb', package: 'deb', platform: 'linux', begins: [0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e] },
  { end: '.tar.gz', package: 'source', platform: 'any', begins: [0x1f, 0x8b] },
]
const ARCHES = { x64: 'x64', x86_64: 'x64', amd64: 'x64', arm64: 'arm64', aarch64: 'arm64' }

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string', multiple: true },
    name: { type: 'string' },
    notes: { type: 'string' },
    out: { type: 'string' },
    keys: { type: 'string', default: path.join(PROJECT, 'resources/release-keys.json') },
    version: { type: 'string', default: JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')).version },
  },
})
const passphrase = process.env.CHARGEHAND_RELEASE_PASSPHRASE || undefined

try {
  const [command, ...files] = positionals
  if (command === 'key') makeKey()
  else if (command === 'sign' && files.length > 0) await signAll(files)
  else throw new Error('What to do? key --key FILE --name NAME, or sign --key FILE [--notes FILE] INSTALLER…')
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

function needed(option) {
  const value = values[option]
  if (!value) throw new Error(`--${option} is missing.`)
  return value
}

/** A new key: its private half into a file that must not exist, its public half as the line for release-keys.json. */
function makeKey() {
  const [file] = needed('key')
  const name = needed('name')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const sealed = passphrase ? { cipher: 'aes-256-cbc', passphrase } : {}
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed })
  writeFileSync(file, pem, { flag: 'wx', mode: 0o600 })
  const entry = { name, publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') }
  process.stdout.write(`${JSON.stringify(entry)}\n`)
}

async function signAll(files) {
  const { product, keys } = JSON.parse(readFileSync(values.keys, 'utf8'))
  const signers = needed('key').map((file) => signerOf(file, keys))
  const notes = values.notes ? readFileSync(values.notes, 'utf8').trim() : ''
  for (const file of files) {
    const manifest = await manifestOf(file, product, notes)
    const text = JSON.stringify(manifest)
    const bytes = Buffer.from(SIGNED_PREFIX + text, 'utf8')
    const signatures = signers.map(({ id, key }) => ({ key: id, signature: sign(null, bytes, key).toString('base64') }))
    const { platform, arch, package: kind } = manifest
    const out = path.join(values.out ?? path.dirname(file), `${product}-${platform}-${arch}-${kind}.update.json`)
    writeFileSync(out, `${JSON.stringify({ manifest: text, signatures }, null, 2)}\n`)
    process.stdout.write(`${out}\n`)
  }
}

function signerOf(file, known) {
  const key = createPrivateKey({ key: readFileSync(file), passphrase })
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  // Or every program out there would refuse what comes out of this.
  if (!known.some((each) => each.publicKey === publicKey.toString('base64'))) {
    throw new Error(`No program knows the key ${file}: it is not in ${values.keys}.`)
  }
  return { id: createHash('sha256').update(publicKey).digest('hex').slice(0, 16), key }
}

async function manifestOf(file, product, notes) {
  const name = path.basename(file)
  const kind = KINDS.find(({ end }) => name.endsWith(end))
  if (!kind) throw new Error(`${name} is none of ${KINDS.map(({ end }) => end).join(', ')}.`)
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
    throw new Error(`${name}: only letters, digits, dots, _ and - please.`)
  if (!name.includes(values.version)) throw new Error(`${name} does not name the version ${values.version}.`)
  if (!beginsWith(file, kind.begins)) throw new Error(`${name} does not begin as a ${kind.end} does.`)
  return {
    product,
    version: values.version,
    platform: kind.platform,
    arch: kind.package === 'source' ? 'any' : archOf(name),
    package: kind.package,
    file: name,
    size: statSync(file).size,
    sha512: await hashOf(file),
    released: new Date().toISOString(),
    notes,
  }
}

function archOf(name) {
  const found = Object.keys(ARCHES).find((arch) => new RegExp(`[._-]${arch}[._-]`).test(name))
  if (!found) throw new Error(`${name} does not name its processor (${Object.keys(ARCHES).join(', ')}).`)
  return ARCHES[found]
}

function beginsWith(file, bytes) {
  const start = Buffer.alloc(bytes.length)
  const handle = openSync(file, 'r')
  readSync(handle, start, 0, bytes.length, 0)
  return start.equals(Buffer.from(bytes))
}

async function hashOf(file) {
  const hash = createHash('sha512')
  for await (const part of createReadStream(file)) hash.update(part)
  return hash.digest('hex')
}
