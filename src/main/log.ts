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

/** A log in files, and the way to close it. Each line is in the file when the call that logs it returns. */
export interface FileLog {
  readonly log: Logger
  close(): void
}

/**
 * Opens `log/chargehand.log` in the data folder. It is written in this process: a pino transport would be a worker
 * with a file of its own, which a bundled program doesn't have.
 */
export function openFileLog(dataFolder: string, limits: LogLimits = LOG_LIMITS): FileLog {
  const file = openRotatedFile(dataFolder, limits, lostLine)
  return { log: createLog(file), close: () => file.close() }
}

/** Says in the log's own form (a warning) how many lines before it are missing. */
function lostLine(lost: number): string {
  const time = new Date().toISOString()
  return `${JSON.stringify({ level: 40, time, lost, msg: 'log lines are missing: the disk refused them' })}\n`
}
