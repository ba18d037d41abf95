import pino, { type Logger } from 'pino'
import { LOG_LIMITS, type LogLimits, openRotatedFile } from './rotatedFile'

/** Names of fields that never reach the log, at the top or one level down. */
const SECRET = ['passphrase', 'password', 'privateKey', 'key', 'cookie', 'authorization', 'authorizationKey', 'link']

/** What pino needs of a destination. */
export interface LogDestination {
  write(line: string): void
}

/** A logger over any destination; secrets are blotted out by field name before the line is written. */
export function createLog(destination: LogDestination): Logger {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[kept secret]' },
      serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    },
    destination,
  )
}

/** A log in files, and the way to close it: resolves when the last line is on disk. */
export interface FileLog {
  readonly log: Logger
  close(): Promise<void>
}

/**
 * Opens `log/chargehand.log` in the data folder. It is written in this process: a pino transport would be a worker
 * with a file of its own, which a bundled program doesn't have.
 */
export function openFileLog(dataFolder: string, limits: LogLimits = LOG_LIMITS): FileLog {
  const file = openRotatedFile(dataFolder, limits)
  return { log: createLog(file), close: () => file.close() }
}
