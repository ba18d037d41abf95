import { ORPCError } from '@orpc/server'
import { AppError, ERROR_STATUS } from '@shared/errors'
import { errors as words } from '@shared/words/en/errors'
import type { Logger } from 'pino'

/** The part of an oRPC interceptor's options that is used here. */
interface Call<Output> {
  readonly path: readonly string[]
  next(): Promise<Output>
}

/**
 * The last line of defence of a transport: an AppError goes to the caller with its code, status, sentence and data;
 * anything unexpected goes to the log, and the caller learns only that it did.
 */
export function faultsOf(log: Pick<Logger, 'error'>) {
  return async <Output>(call: Call<Output>): Promise<Output> => {
    try {
      return await call.next()
    } catch (error) {
      throw toWire(error, call.path, log)
    }
  }
}

function toWire(error: unknown, path: readonly string[], log: Pick<Logger, 'error'>): unknown {
  if (error instanceof AppError) {
    if (error.code === 'INTERNAL') log.error({ error, call: path.join('.') }, 'call failed')
    return new ORPCError(error.code, {
      status: ERROR_STATUS[error.code],
      message: error.message,
      data: error.data,
      cause: error,
    })
  }
  // Refused input, a typed error of the service, a reader that went away: all of them say what they are.
  if (error instanceof ORPCError && error.status < 500) return error
  if (error instanceof Error && error.name === 'AbortError') return error
  log.error({ error, cause: error instanceof Error ? error.cause : undefined, call: path.join('.') }, 'call failed')
  if (error instanceof ORPCError && error.defined) return error
  return new ORPCError('INTERNAL', { status: ERROR_STATUS.INTERNAL, message: words.INTERNAL, cause: error })
}
