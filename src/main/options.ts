import { isIP } from 'node:net'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '@shared/errors'
import type { Phrase } from '@shared/told'
import type { options as words } from '@shared/words/en/options'
import { type AccountSurroundings, defaultDataFolder } from './dataFolder'
import { DEFAULT_PORTS, OPTION_TABLE, type OptionName, type OptionRow } from './optionTable'
import { phrase } from './phrase'

/** What was asked on the command line and in the environment, checked. Ports are 0 to 65535; 0 is any free one. */
export interface Options {
  /** Absolute path. A demo uses a folder of its own instead. */
  readonly dataFolder: string
  readonly bind: string
  readonly ocppPort: number
  readonly tlsPort: number
  /** True when `--tls-port` or its variable was given; else that port may be missing. */
  readonly tlsPortGiven: boolean
  /** Null when MQTT is spoken on the port with TLS only. */
  readonly mqttPort: number | null
  readonly homeAssistant: boolean
  /** `http://host:port` without anything behind it; null when none was given. */
  readonly pkiUrl: string | null
  readonly webPort: number
  /** True when `--web-port` or its variable was given; the desktop opens that port only then. */
  readonly webPortGiven: boolean
  /** Where scripts are served, whatever the settings say; null leaves it to them. */
  readonly api: { readonly bind: string; readonly port: number } | null
  /** Gives figures to Prometheus where the console is served to browsers. */
  readonly metrics: boolean
  readonly headless: boolean
  readonly demo: boolean
  readonly json: boolean
  readonly passphrase: PassphraseSource
  /** What is to be done with a backup instead of running a site; its file as an absolute path. */
  readonly backup: { readonly kind: 'restore' | 'check'; readonly file: string } | null
  readonly backupPassphrase: PassphraseSource
  /** The operator who becomes an administrator again instead of running a site. */
  readonly recover: string | null
  readonly help: boolean
  readonly version: boolean
}

/** Where a passphrase comes from. */
export type PassphraseSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'text'; readonly text: string }

/** Environment variables that hold a passphrase itself; they have no flags because command lines are public. */
const PASSPHRASE_VARIABLES = {
  'passphrase-file': 'CHARGEHAND_PASSPHRASE',
  'backup-passphrase-file': 'CHARGEHAND_BACKUP_PASSPHRASE',
} as const

/** What parsing depends on besides the arguments. `cwd` makes relative paths absolute. */
export interface OptionSurroundings extends AccountSurroundings {
  readonly cwd: string
}

const ROWS: readonly OptionRow[] = OPTION_TABLE
const YES = ['1', 'true', 'yes', 'on']
const NO = ['', '0', 'false', 'no', 'off']

/** Reads the options. Throws BAD_OPTION, naming the option or variable, for anything it can't take as meant. */
export function parseOptions(argv: readonly string[], surroundings: OptionSurroundings): Options {
  const given = collect(argv, surroundings.env)
  const demo = given.get('demo')
  if (demo && flag(demo) && given.has('data')) {
    throw bad(demo.source, 'demoFolder')
  }
  const ocppPort = port(given.get('ocpp-port')) ?? DEFAULT_PORTS.ocpp
  const absolute = (value: string) => path.resolve(surroundings.cwd, value)
  const passphrase = (name: keyof typeof PASSPHRASE_VARIABLES): PassphraseSource => {
    const file = given.get(name)
    const variable = PASSPHRASE_VARIABLES[name]
    const text = surroundings.env[variable]
    if (file !== undefined && text) throw bad(file.source, 'passphraseTwice', { variable })
    return file ? { kind: 'file', file: absolute(file.value) } : text ? { kind: 'text', text } : { kind: 'none' }
  }
  const [restore, check] = [given.get('restore'), given.get('check-backup')]
  if (restore !== undefined && check !== undefined) throw bad(restore.source, 'notTogether', { other: check.source })
  if (restore !== undefined && demo && flag(demo)) throw bad(restore.source, 'notTogether', { other: demo.source })
  return {
    dataFolder: absolute(given.get('data')?.value ?? defaultDataFolder(surroundings)),
    bind: address(given.get('bind')) ?? '0.0.0.0',
    ocppPort,
    // Who takes any port for the one wants no fixed one for the other.
    tlsPort: port(given.get('tls-port')) ?? (ocppPort === 0 ? 0 : DEFAULT_PORTS.tls),
    tlsPortGiven: given.has('tls-port'),
    mqttPort: port(given.get('mqtt-port')) ?? null,
    homeAssistant: flag(given.get('home-assistant')),
    pkiUrl: httpOrigin(given.get('pki-url')),
    webPort: port(given.get('web-port')) ?? DEFAULT_PORTS.web,
    webPortGiven: given.has('web-port'),
    api: apiPlace(given, demo !== undefined && flag(demo)),
    metrics: flag(given.get('metrics')),
    headless: flag(given.get('headless')),
    demo: flag(demo),
    json: flag(given.get('json')),
    passphrase: passphrase('passphrase-file'),
    backup: restore
      ? { kind: 'restore', file: absolute(restore.value) }
      : check
        ? { kind: 'check', file: absolute(check.value) }
        : null,
    backupPassphrase: passphrase('backup-passphrase-file'),
    recover: given.get('recover-administrator')?.value ?? null,
    help: flag(given.get('help')),
    version: flag(given.get('version')),
  }
}

/** Asked for by either of its options; a demo always has it, so that a script can be tried at once. */
function apiPlace(given: ReadonlyMap<OptionName, Given>, isDemo: boolean): Options['api'] {
  const asked = given.has('api-port') || given.has('api-bind')
  if (!asked && !isDemo) return null
  const bind = address(given.get('api-bind')) ?? '127.0.0.1'
  return { bind, port: port(given.get('api-port')) ?? (isDemo ? 0 : DEFAULT_PORTS.api) }
}

/** One value as it was given, and the name under which: `--bind` or `CHARGEHAND_BIND`. */
interface Given {
  readonly source: string
  readonly value: string
}

function collect(argv: readonly string[], env: OptionSurroundings['env']): Map<OptionName, Given> {
  const given = new Map<OptionName, Given>()
  for (const row of OPTION_TABLE) {
    const value = row.env === null ? undefined : env[row.env]
    // An empty variable is how many service files say "not set".
    if (row.env !== null && value !== undefined && value !== '') given.set(row.name, { source: row.env, value })
  }
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      ROWS.map((row) => [row.name, { type: row.kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
    ),
    strict: false,
    tokens: true,
  })
  const seen = new Set<OptionName>()
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') throw bad(token.value, 'unknown')
    const row = OPTION_TABLE.find((candidate) => token.rawName === `--${candidate.name}`)
    if (row === undefined) throw unknown(token.rawName)
    const source = `--${row.name}`
    if (seen.has(row.name)) throw bad(source, 'twice')
    seen.add(row.name)
    if (row.kind === 'flag') {
      if (token.value !== undefined) throw bad(source, 'takesNoValue')
      given.set(row.name, { source, value: '1' })
    } else {
      // `--bind --demo` is a forgotten value, not an address of that name.
      const forgotten =
        token.value === undefined || token.value === '' || (!token.inlineValue && token.value[0] === '-')
      if (forgotten) throw bad(source, 'needsValue', { value: row.value })
      given.set(row.name, { source, value: token.value })
    }
  }
  return given
}

function flag(given: Given | undefined): boolean {
  if (given === undefined) return false
  const value = given.value.toLowerCase()
  if (YES.includes(value)) return true
  if (NO.includes(value)) return false
  throw bad(given.source, 'notYesOrNo', { given: given.value })
}

function port(given: Given | undefined): number | undefined {
  if (given === undefined) return undefined
  const value = Number(given.value)
  if (/^\d{1,5}$/.test(given.value) && value <= 65_535) return value
  throw bad(given.source, 'noPort', { given: given.value })
}

function address(given: Given | undefined): string | undefined {
  if (given === undefined) return undefined
  const bare = given.value.replace(/^\[(.*)\]$/, '$1')
  if (bare === 'localhost') return '127.0.0.1'
  if (isIP(bare) !== 0) return bare
  throw bad(given.source, 'noAddress', { given: given.value })
}

/** Plain HTTP only: whoever checks a certificate must not have to check another one first. */
function httpOrigin(given: Given | undefined): string | null {
  if (given === undefined) return null
  const url = URL.parse(given.value)
  if (url?.protocol === 'http:' && `${url.origin}/` === url.href) return url.origin
  throw bad(given.source, 'noHttpOrigin', { given: given.value })
}

function bad(option: string, problem: keyof typeof words.problem, data: Phrase['data'] = {}): AppError {
  return new AppError('BAD_OPTION', { option, problem: phrase(`options.problem.${problem}`, data) })
}

function unknown(rawName: string): AppError {
  const near = nearest(
    rawName.replace(/^-+/, ''),
    ROWS.map((row) => row.name),
  )
  return near === null ? bad(rawName, 'unknown') : bad(rawName, 'unknownNear', { name: near })
}

/** The name that takes the fewest changed letters, or null when even that is more than a third of it. */
export function nearest(typed: string, names: readonly string[]): string | null {
  let best: { name: string; distance: number } | null = null
  for (const name of names) {
    const distance = editDistance(typed.toLowerCase(), name)
    if (best === null || distance < best.distance) best = { name, distance }
  }
  return best !== null && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}

function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
