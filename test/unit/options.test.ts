import { defaultDataFolder } from '@main/dataFolder'
import { nearest, type OptionSurroundings, parseOptions } from '@main/options'
import { helpText, OPTION_TABLE } from '@main/optionTable'
import { AppError } from '@shared/errors'
import { options } from '@shared/words/en/options'
import { describe, expect, it } from 'vitest'

const linux: OptionSurroundings = { platform: 'linux', home: '/home/ann', cwd: '/srv', env: {} }
const withEnv = (env: Record<string, string>): OptionSurroundings => ({ ...linux, env })

function refusal(argv: string[], surroundings = linux): string {
  try {
    parseOptions(argv, surroundings)
  } catch (error) {
    if (error instanceof AppError && error.code === 'BAD_OPTION') return error.message
    throw error
  }
  throw new Error(`${argv.join(' ')} was taken`)
}

describe('the options', () => {
  it('have defaults for everything', () => {
    expect(parseOptions([], linux)).toEqual({
      dataFolder: '/home/ann/.config/Chargehand',
      bind: '0.0.0.0',
      ocppPort: 9000,
      tlsPort: 8443,
      tlsPortGiven: false,
      mqttPort: null,
      homeAssistant: false,
      pkiUrl: null,
      recover: null,
      webPort: 9080,
      webPortGiven: false,
      api: null,
      metrics: false,
      headless: false,
      demo: false,
      json: false,
      passphrase: { kind: 'none' },
      backup: null,
      backupPassphrase: { kind: 'none' },
      help: false,
      version: false,
    })
  })

  it('are taken from the command line, with = or a space', () => {
    const argv = '--data site --bind=::1 --ocpp-port 0 --tls-port=8444 --web-port 0 --headless --json'.split(' ')
    expect(parseOptions(argv, linux)).toMatchObject({
      dataFolder: '/srv/site',
      bind: '::1',
      ocppPort: 0,
      tlsPort: 8444,
      tlsPortGiven: true,
      webPort: 0,
      webPortGiven: true,
      headless: true,
      json: true,
    })
  })

  it('open a port for MQTT alone, and announce to Home Assistant, only where asked', () => {
    expect(parseOptions(['--mqtt-port=8883', '--home-assistant'], linux)).toMatchObject({
      mqttPort: 8883,
      homeAssistant: true,
    })
  })

  it('open the port for scripts when either of its options is given, and in a demo', () => {
    const api = (...argv: string[]) => parseOptions(argv, linux).api
    expect(api('--api-port', '9090')).toEqual({ bind: '127.0.0.1', port: 9090 })
    expect(api('--api-bind', '0.0.0.0')).toEqual({ bind: '0.0.0.0', port: 9081 })
    expect(api('--demo')).toEqual({ bind: '127.0.0.1', port: 0 })
    expect(api('--demo', '--api-port', '9090')).toEqual({ bind: '127.0.0.1', port: 9090 })
    expect(parseOptions([], withEnv({ CHARGEHAND_API_PORT: '9091' })).api).toEqual({ bind: '127.0.0.1', port: 9091 })
  })

  it('take any free port with TLS, too, where any will do without', () => {
    expect(parseOptions(['--ocpp-port', '0'], linux)).toMatchObject({ tlsPort: 0, tlsPortGiven: false })
    expect(parseOptions(['--ocpp-port', '9001'], linux)).toMatchObject({ tlsPort: 8443 })
  })

  it('are taken from the environment, and the command line wins', () => {
    const env = {
      CHARGEHAND_DATA: '/data',
      CHARGEHAND_BIND: '192.0.2.10',
      CHARGEHAND_OCPP_PORT: '9001',
      CHARGEHAND_HEADLESS: 'true',
      CHARGEHAND_DEMO: '0',
      CHARGEHAND_JSON: '',
    }
    expect(parseOptions(['--ocpp-port', '9002'], withEnv(env))).toMatchObject({
      dataFolder: '/data',
      bind: '192.0.2.10',
      ocppPort: 9002,
      headless: true,
      demo: false,
      json: false,
    })
  })

  it('know three ways to have no, a given and a read passphrase', () => {
    expect(parseOptions([], withEnv({ CHARGEHAND_PASSPHRASE: 'open' })).passphrase).toEqual({
      kind: 'text',
      text: 'open',
    })
    expect(parseOptions(['--passphrase-file', 'p.txt'], linux).passphrase).toEqual({ kind: 'file', file: '/srv/p.txt' })
    expect(refusal(['--passphrase-file', 'p.txt'], withEnv({ CHARGEHAND_PASSPHRASE: 'open' }))).toContain('not both')
  })

  it('take an address for certificates with its closing slash or without', () => {
    for (const given of ['http://pc.example:9000', 'http://pc.example:9000/']) {
      expect(parseOptions(['--pki-url', given], linux).pkiUrl).toBe('http://pc.example:9000')
    }
  })

  it('never repeat the passphrase in a refusal', () => {
    expect(refusal(['--passphrase-file=x'], withEnv({ CHARGEHAND_PASSPHRASE: 'hunter2' }))).not.toContain('hunter2')
  })

  it.each([
    [['--ocpp-port', '65536'], '--ocpp-port: “65536” is not a port number'],
    [['--web-port', '80x'], '--web-port: “80x”'],
    [['--tls-port', '-1'], '--tls-port: needs a value'],
    [['--tls-port=1.5'], '--tls-port: “1.5”'],
    [['--pki-url=https://192.0.2.10'], '--pki-url: “https://192.0.2.10” is not an address'],
    [['--pki-url=http://192.0.2.10/pki'], '--pki-url: “http://192.0.2.10/pki” is not an address'],
    [['--pki-url=192.0.2.10:9000'], '--pki-url: “192.0.2.10:9000” is not an address'],
    [['--bind', 'office-pc'], '--bind: “office-pc” is not a network address'],
    [['--bind', '--demo'], '--bind: needs a value (ADDRESS)'],
    [['--data'], '--data: needs a value (DIR)'],
    [['--data='], '--data: needs a value (DIR)'],
    [['--demo=1'], '--demo: takes no value'],
    [['--demo', '--demo'], '--demo: is given twice'],
    [['--demo', '--data', 'site'], '--demo: uses a throw-away folder of its own'],
    [['site'], 'site: is not an option.'],
    [['--hedless'], '--hedless: is not an option. Did you mean --headless?'],
    [['--ocpp-prot', '1'], 'Did you mean --ocpp-port?'],
    [['--completely-else'], '--completely-else: is not an option. See --help.'],
    [['-h'], '-h: is not an option.'],
  ])('refuse %j with a sentence that names it', (argv, sentence) => {
    expect(refusal(argv)).toContain(sentence)
  })

  it('name the variable when it is the environment that is wrong', () => {
    expect(refusal([], withEnv({ CHARGEHAND_OCPP_PORT: 'many' }))).toMatch(/^CHARGEHAND_OCPP_PORT: “many”/)
    expect(refusal([], withEnv({ CHARGEHAND_HEADLESS: 'perhaps' }))).toMatch(/^CHARGEHAND_HEADLESS: “perhaps”/)
  })
})

describe('the default data folder', () => {
  const folder = (surroundings: Partial<OptionSurroundings>) => defaultDataFolder({ ...linux, ...surroundings })

  it('follows the platform', () => {
    expect(folder({ env: { XDG_CONFIG_HOME: '/cfg' } })).toBe('/cfg/Chargehand')
    expect(folder({ env: { XDG_CONFIG_HOME: 'relative' } })).toBe('/home/ann/.config/Chargehand')
    expect(folder({ platform: 'darwin', home: '/Users/ann' })).toBe('/Users/ann/Library/Application Support/Chargehand')
    expect(folder({ platform: 'win32', env: { APPDATA: 'C:\\Users\\ann\\AppData\\Roaming' } })).toBe(
      'C:\\Users\\ann\\AppData\\Roaming\\Chargehand',
    )
    expect(folder({ platform: 'win32', home: 'C:\\Users\\ann' })).toBe('C:\\Users\\ann\\AppData\\Roaming\\Chargehand')
  })
})

describe('--help', () => {
  it('shows every option with its variable, and fits a terminal', () => {
    const text = helpText(options)
    for (const row of OPTION_TABLE) {
      expect(text).toContain(`--${row.name}`)
      if (row.env !== null) expect(text).toContain(row.env)
    }
    expect(text.split('\n').every((line) => line.length <= 110)).toBe(true)
  })
})

describe('the nearest name', () => {
  it('is the one with the fewest changed letters, and none when nothing is near', () => {
    expect(nearest('jsno', ['json', 'bind'])).toBeNull()
    expect(nearest('jsonn', ['json', 'bind'])).toBe('json')
    expect(nearest('xyz', ['json', 'bind'])).toBeNull()
  })
})
