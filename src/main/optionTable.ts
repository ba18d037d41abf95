import { fillSentence } from '@shared/errors'
import type { Spoken } from '@shared/words/spoken'

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
}

/**
 * The options, one row each. The parser and `--help` are made from these rows and a test compares the README's table
 * with them, so that none can know an option the others don't. What each is for stands among the words.
 */
export const OPTION_TABLE = [
  { name: 'data', kind: 'folder', value: 'DIR', env: 'CHARGEHAND_DATA' },
  { name: 'bind', kind: 'address', value: 'ADDRESS', env: 'CHARGEHAND_BIND' },
  { name: 'ocpp-port', kind: 'port', value: 'N', env: 'CHARGEHAND_OCPP_PORT' },
  { name: 'tls-port', kind: 'port', value: 'N', env: 'CHARGEHAND_TLS_PORT' },
  { name: 'mqtt-port', kind: 'port', value: 'N', env: 'CHARGEHAND_MQTT_PORT' },
  { name: 'home-assistant', kind: 'flag', value: '', env: 'CHARGEHAND_HOME_ASSISTANT' },
  { name: 'pki-url', kind: 'text', value: 'URL', env: 'CHARGEHAND_PKI_URL' },
  { name: 'web-port', kind: 'port', value: 'N', env: 'CHARGEHAND_WEB_PORT' },
  { name: 'api-port', kind: 'port', value: 'N', env: 'CHARGEHAND_API_PORT' },
  { name: 'api-bind', kind: 'address', value: 'ADDRESS', env: 'CHARGEHAND_API_BIND' },
  { name: 'metrics', kind: 'flag', value: '', env: 'CHARGEHAND_METRICS' },
  { name: 'headless', kind: 'flag', value: '', env: 'CHARGEHAND_HEADLESS' },
  { name: 'demo', kind: 'flag', value: '', env: 'CHARGEHAND_DEMO' },
  { name: 'json', kind: 'flag', value: '', env: 'CHARGEHAND_JSON' },
  { name: 'passphrase-file', kind: 'file', value: 'FILE', env: 'CHARGEHAND_PASSPHRASE_FILE' },
  { name: 'restore', kind: 'file', value: 'FILE', env: null },
  { name: 'check-backup', kind: 'file', value: 'FILE', env: null },
  { name: 'backup-passphrase-file', kind: 'file', value: 'FILE', env: 'CHARGEHAND_BACKUP_PASSPHRASE_FILE' },
  { name: 'recover-administrator', kind: 'text', value: 'NAME', env: null },
  { name: 'help', kind: 'flag', value: '', env: null },
  { name: 'version', kind: 'flag', value: '', env: null },
] as const satisfies readonly OptionRow[]

/** Name of an option of the table. */
export type OptionName = (typeof OPTION_TABLE)[number]['name']

/** The ports that the words of these options name. */
const PORT_OF: Partial<Record<OptionName, number>> = {
  'ocpp-port': DEFAULT_PORTS.ocpp,
  'tls-port': DEFAULT_PORTS.tls,
  'web-port': DEFAULT_PORTS.web,
  'api-port': DEFAULT_PORTS.api,
}

/** The words of one language. */
type Words = Spoken['options']

const INDENT = '      '
const WIDTH = 100

/** What an option is for, and in words what holds without it; null where that is “no”. */
export function optionWords(name: OptionName, words: Words): { sentence: string; fallback: string | null } {
  const { sentence, fallback = null }: { sentence: string; fallback?: string | null } = words.option[name]
  const port = PORT_OF[name]
  return { sentence, fallback: fallback && fillSentence(fallback, port === undefined ? {} : { port }) }
}

/** The text of `--help`, made from the table. */
export function helpText(words: Words, command = 'chargehand'): string {
  const paragraphs = OPTION_TABLE.map((row) => {
    const { sentence, fallback } = optionWords(row.name, words)
    const facts = [
      fallback && fillSentence(words.help.fallback, { value: fallback }),
      row.env && fillSentence(words.help.variable, { name: `${row.env}${row.kind === 'flag' ? '=1' : ''}` }),
    ].filter((fact) => fact !== null)
    const head = `  --${row.name}${row.value === '' ? '' : ` ${row.value}`}`
    return [head, ...wrap([sentence, ...facts].join(' '))].join('\n')
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
