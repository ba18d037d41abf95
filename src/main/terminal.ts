import { homedir } from 'node:os'
import { fillSentence, reasonOf } from '@shared/errors'
import { preferredLanguage } from '@shared/words/languages'
import { type Speech, say, speechIn } from '@shared/words/speech'
import type { Logger } from 'pino'
import { type Options, parseOptions } from './options'
import { helpText } from './optionTable'
import { toldOf } from './phrase'
import { startFault } from './startFault'

/**
 * The language of the account that runs the program: on POSIX systems that of LC_ALL, LC_MESSAGES or LANG. All of `Intl`
 * know it; the rules of plurals are the ones that bring no calendars and no time zones into memory for it (7 MB).
 */
export const speechOfAccount = (): Speech =>
  speechIn(preferredLanguage([new Intl.PluralRules().resolvedOptions().locale]))

/** What a start failure says to a person: one sentence, never a stack; also for what nobody foresaw. */
export function failureSentence(error: unknown, speech: Speech): string {
  return say(toldOf(startFault(error)), speech)
}

/** What the command line asks for: to run, or only to print something. */
export type CommandLine =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'refuse'; readonly sentence: string }

/** Reads the arguments in the surroundings of this process. */
export function readCommandLine(argv: readonly string[], version: string, speech: Speech): CommandLine {
  try {
    const { env, platform } = process
    const options = parseOptions(argv, { env, platform, home: homedir(), cwd: process.cwd() })
    if (options.help) return { kind: 'print', text: helpText(speech.words.options) }
    if (options.version) return { kind: 'print', text: `${version}\n` }
    return { kind: 'run', options }
  } catch (error) {
    return { kind: 'refuse', sentence: failureSentence(error, speech) }
  }
}

/**
 * Goes on when nobody reads what is printed any more: a closed terminal or a pipe into `head` is no reason for a
 * server to end.
 */
export function outliveTheTerminal(): void {
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
}

/** What is said when something could not be closed at the end. */
export function endedUncleanly(error: unknown, { words }: Speech): string {
  return fillSentence(words.host.endedUncleanly, { reason: reasonOf(error) })
}

/** Calls `end` at the first signal that asks this process to end; a second one ends it at once. */
export function onEndSignal(end: () => void): void {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      end()
    })
  }
}

/**
 * What nobody caught goes to the log. A lost promise leaves the rest of the server sound, so it keeps running; after an
 * exception in the middle of something nothing is certain any more, and what was acknowledged is on disk: it ends.
 */
export function logTheUnexpected(log: Logger, { words }: Speech): void {
  process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled rejection'))
  process.on('uncaughtException', (error: unknown) => {
    log.fatal({ error }, 'uncaught exception')
    process.stderr.write(`${fillSentence(words.host.endedByFault, { reason: reasonOf(error) })}\n`)
    process.exit(1)
  })
}
