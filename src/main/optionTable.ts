import { fillSentence } from '@shared/errors'
import { options as words } from '@shared/words/en/options'

/** Ports that are used when nothing else is said. 9000 is what most chargers propose; 9080 stands beside it. */
export const DEFAULT_PORTS = { ocpp: 9000, tls: 8443, web: 9080, api: 9081 } as const

/** Kinds of value an option takes; `flag` takes none. */
export type OptionKind = 'flag' | 'text' | 'port' | 'address' | 'folder' | 'file'

/** One option: everything the parser and `--help` know about it. */
export interface OptionRow {
  /** Long name without dashes. */
  readonly name: string
  readonly kind: OptionKind
  /** How its value is called in `--help`; empty for flags. */
  readonly value: string
  /** Environment variable of the same meaning; null when there is none. The command line wins. */
  readonly env: string | null
  /** Default in words; empty when leaving it out means "no". */
  readonly fallback: string
  readonly sentence: string
}

/**
 * The options, one row each. The parser and `--help` are made from these rows and a test compares the README's table
 * with them, so that none can know an option the others don't. The words of a row are here, beside what they are about.
 */
export const OPTION_TABLE = [
  {
    name: 'data',
    kind: 'folder',
    value: 'DIR',
    env: 'CHARGEHAND_DATA',
    fallback: 'a folder of this account',
    sentence: 'Folder that holds the database, the keys and the log.',
  },
  {
    name: 'bind',
    kind: 'address',
    value: 'ADDRESS',
    env: 'CHARGEHAND_BIND',
    fallback: '0.0.0.0, every network of this computer',
    sentence: 'Network address on which chargers are listened for.',
  },
  {
    name: 'ocpp-port',
    kind: 'port',
    value: 'N',
    env: 'CHARGEHAND_OCPP_PORT',
    fallback: String(DEFAULT_PORTS.ocpp),
    sentence: 'Port for chargers without TLS (ws://); 0 takes any free one.',
  },
  {
    name: 'tls-port',
    kind: 'port',
    value: 'N',
    env: 'CHARGEHAND_TLS_PORT',
    fallback: `${DEFAULT_PORTS.tls}, any free one with --ocpp-port 0`,
    sentence: 'Port for chargers with TLS (wss://); 0 takes any free one.',
  },
  {
    name: 'mqtt-port',
    kind: 'port',
    value: 'N',
    env: 'CHARGEHAND_MQTT_PORT',
    fallback: 'none, devices use the port with TLS',
    sentence:
      'Port for MQTT with TLS alone, such as 8883, for devices that can not ask for it by ALPN; 0 takes any free one.',
  },
  {
    name: 'home-assistant',
    kind: 'flag',
    value: '',
    env: 'CHARGEHAND_HOME_ASSISTANT',
    fallback: '',
    sentence: 'Announce the chargers to Home Assistant over MQTT, so that they show up there by themselves.',
  },
  {
    name: 'pki-url',
    kind: 'text',
    value: 'URL',
    env: 'CHARGEHAND_PKI_URL',
    fallback: 'none, certificates name no address',
    sentence:
      'Address of the port without TLS, such as http://192.0.2.10:9000, for new certificates of chargers to say where they can be checked (CRL, OCSP).',
  },
  {
    name: 'web-port',
    kind: 'port',
    value: 'N',
    env: 'CHARGEHAND_WEB_PORT',
    fallback: `${DEFAULT_PORTS.web} with --headless, else none`,
    sentence: 'Port of the console for a browser on this computer (127.0.0.1); 0 takes any free one.',
  },
  {
    name: 'api-port',
    kind: 'port',
    value: 'N',
    env: 'CHARGEHAND_API_PORT',
    fallback: 'as the Settings page says, at first none; any free one with --demo',
    sentence: 'Port for scripts (the automation API); 0 takes any free one.',
  },
  {
    name: 'api-bind',
    kind: 'address',
    value: 'ADDRESS',
    env: 'CHARGEHAND_API_BIND',
    fallback: '127.0.0.1, scripts on this computer',
    sentence: 'Network address of the port for scripts. On any but this computer’s own it speaks TLS.',
  },
  {
    name: 'headless',
    kind: 'flag',
    value: '',
    env: 'CHARGEHAND_HEADLESS',
    fallback: '',
    sentence: 'Open no window; serve the console to a browser instead.',
  },
  {
    name: 'demo',
    kind: 'flag',
    value: '',
    env: 'CHARGEHAND_DEMO',
    fallback: '',
    sentence: 'Use a throw-away data folder with three virtual chargers. Nothing is kept.',
  },
  {
    name: 'json',
    kind: 'flag',
    value: '',
    env: 'CHARGEHAND_JSON',
    fallback: '',
    sentence: 'Print the ready line as JSON.',
  },
  {
    name: 'passphrase-file',
    kind: 'file',
    value: 'FILE',
    env: 'CHARGEHAND_PASSPHRASE_FILE',
    fallback: 'keys are protected by the system, or by a key file',
    sentence:
      'File whose first line is the passphrase that protects the private keys. CHARGEHAND_PASSPHRASE gives the passphrase itself.',
  },
  {
    name: 'restore',
    kind: 'file',
    value: 'FILE',
    env: null,
    fallback: '',
    sentence: 'Restore the site of this backup into the data folder, which must not hold one yet, and end.',
  },
  {
    name: 'check-backup',
    kind: 'file',
    value: 'FILE',
    env: null,
    fallback: '',
    sentence: 'Prove that this backup opens, say what is in it, and end. No site is touched.',
  },
  {
    name: 'backup-passphrase-file',
    kind: 'file',
    value: 'FILE',
    env: 'CHARGEHAND_BACKUP_PASSPHRASE_FILE',
    fallback: 'asked for in the terminal',
    sentence:
      'File whose first line is the passphrase of the backup. CHARGEHAND_BACKUP_PASSPHRASE gives the passphrase itself.',
  },
  { name: 'help', kind: 'flag', value: '', env: null, fallback: '', sentence: 'Print this text and end.' },
  { name: 'version', kind: 'flag', value: '', env: null, fallback: '', sentence: 'Print the version and end.' },
] as const satisfies readonly OptionRow[]

/** Name of an option of the table. */
export type OptionName = (typeof OPTION_TABLE)[number]['name']

const INDENT = '      '
const WIDTH = 100

/** The text of `--help`, made from the table. */
export function helpText(command = 'chargehand'): string {
  const rows: readonly OptionRow[] = OPTION_TABLE
  const paragraphs = rows.map((row) => {
    const facts = [
      row.fallback === '' ? null : fillSentence(words.help.fallback, { value: row.fallback }),
      row.env === null
        ? null
        : fillSentence(words.help.variable, { name: `${row.env}${row.kind === 'flag' ? '=1' : ''}` }),
    ].filter((fact) => fact !== null)
    const head = `  --${row.name}${row.value === '' ? '' : ` ${row.value}`}`
    return [head, ...wrap([row.sentence, ...facts].join(' '))].join('\n')
  })
  return [fillSentence(words.help.usage, { command }), '', words.help.about, '', ...paragraphs, ''].join('\n')
}

function wrap(text: string): string[] {
  const lines: string[] = []
  let line = INDENT
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > WIDTH && line !== INDENT) {
      lines.push(line.trimEnd())
      line = INDENT
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()]
}
