import { fillSentence } from './fillSentence'
import type { ToldData } from './told'
import { errors as words } from './words/en/errors'

export { fillSentence }

/** Every fault the program can report, by a code that stays the same across releases. */
export type ErrorCode = keyof typeof words

/**
 * HTTP status of each code on the script interface; the other transports carry it along.
 * docs/errors.md lists the same codes; a test compares both ways.
 */
export const ERROR_STATUS: Readonly<Record<ErrorCode, number>> = {
  UNKNOWN_STATION: 404,
  UNKNOWN_CARD: 404,
  UNKNOWN_REQUEST: 404,
  UNKNOWN_CERTIFICATE: 404,
  UNKNOWN_RULE: 404,
  UNKNOWN_APPROVER: 404,
  UNKNOWN_SESSION: 404,
  UNKNOWN_COMMAND: 404,
  UNKNOWN_FILE: 404,
  UNKNOWN_UPLOAD: 404,
  UNKNOWN_DEVICE: 404,
  UNKNOWN_TOKEN: 404,
  UNKNOWN_OPERATOR: 404,
  SIGN_IN_FIRST: 401,
  OPERATORS_ONLY: 403,
  OFFICERS_ONLY: 403,
  ADMINISTRATORS_ONLY: 403,
  FILE_LOST: 410,
  NOT_SET_UP: 409,
  ALREADY_SET_UP: 409,
  DATABASE_TOO_NEW: 500,
  DATABASE_IN_USE: 500,
  DATABASE_UNREADABLE: 500,
  DATA_FOLDER_UNWRITABLE: 507,
  STORE_WRITE_FAILED: 507,
  STORE_CLOSED: 503,
  LIVE_LOG_UNAVAILABLE: 503,
  KEY_STORE_LOCKED: 500,
  KEY_STORE_DAMAGED: 500,
  ROOT_KEY_AWAY: 409,
  NO_BACKUP: 422,
  BACKUP_UNREADABLE: 422,
  BACKUP_PASSPHRASE_WRONG: 422,
  BACKUP_DAMAGED: 422,
  BACKUP_CUT_OFF: 422,
  BACKUP_TOO_NEW: 422,
  BACKUP_FAILED: 507,
  BACKUP_BUSY: 409,
  RESTORE_NOT_EMPTY: 409,
  RESTORE_FAILED: 507,
  PORT_IN_USE: 500,
  ADDRESS_NOT_AVAILABLE: 500,
  PORT_FORBIDDEN: 500,
  BAD_OPTION: 400,
  START_FAILED: 500,
  INTERNAL: 500,
}

/** What a fault is about: it goes into its sentence, and to the caller beside its code. */
export type ErrorData = ToldData

/** What a caught value says by itself, for the `reason` of a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * A fault: something that should not have happened, or that the caller has to mend. Expected outcomes (a card refused,
 * a request blocked) are values, never an AppError. `message` is the full English sentence.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly data: ErrorData

  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(fillSentence(words[code], data), options)
    this.code = code
    this.data = data
  }
}
