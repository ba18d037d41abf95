import { AppError } from '@shared/errors'
import type { Protocol } from '@shared/ocpp/station'
import { stationAnswers as words } from '@shared/words/en/stationAnswers'
import type { FrameProblem } from './frame'

/** Why a CALL gets an error instead of a result, in neutral terms. */
export type RpcErrorKind =
  | 'format'
  | 'framework'
  | 'internal'
  | 'message-type'
  | 'not-implemented'
  | 'not-supported'
  | 'occurrence'
  | 'property'
  | 'security'
  | 'type'

/**
 * The code of each kind in each version, spelt as its specification spells it: 1.6 says FormationViolation and
 * OccurenceConstraintViolation (with one r), and that will officially never be mended. Null means that nothing is
 * answered: 1.6 has no word for RpcFrameworkError, and 1.6 and 2.1 pass over message types that they do not know (2.1
 * part 4 §4.1.3) where 2.0.1 answers MessageTypeNotSupported (part 4 §4.4).
 */
const CODES: Readonly<Record<RpcErrorKind, Readonly<Record<Protocol, string | null>>>> = {
  format: { 'ocpp1.6': 'FormationViolation', 'ocpp2.0.1': 'FormatViolation', 'ocpp2.1': 'FormatViolation' },
  framework: { 'ocpp1.6': null, 'ocpp2.0.1': 'RpcFrameworkError', 'ocpp2.1': 'RpcFrameworkError' },
  internal: { 'ocpp1.6': 'InternalError', 'ocpp2.0.1': 'InternalError', 'ocpp2.1': 'InternalError' },
  'message-type': { 'ocpp1.6': null, 'ocpp2.0.1': 'MessageTypeNotSupported', 'ocpp2.1': null },
  'not-implemented': { 'ocpp1.6': 'NotImplemented', 'ocpp2.0.1': 'NotImplemented', 'ocpp2.1': 'NotImplemented' },
  'not-supported': { 'ocpp1.6': 'NotSupported', 'ocpp2.0.1': 'NotSupported', 'ocpp2.1': 'NotSupported' },
  occurrence: {
    'ocpp1.6': 'OccurenceConstraintViolation',
    'ocpp2.0.1': 'OccurrenceConstraintViolation',
    'ocpp2.1': 'OccurrenceConstraintViolation',
  },
  property: {
    'ocpp1.6': 'PropertyConstraintViolation',
    'ocpp2.0.1': 'PropertyConstraintViolation',
    'ocpp2.1': 'PropertyConstraintViolation',
  },
  security: { 'ocpp1.6': 'SecurityError', 'ocpp2.0.1': 'SecurityError', 'ocpp2.1': 'SecurityError' },
  type: {
    'ocpp1.6': 'TypeConstraintViolation',
    'ocpp2.0.1': 'TypeConstraintViolation',
    'ocpp2.1': 'TypeConstraintViolation',
  },
}

/** A CALL is answered with an error. `description` goes to the station: no secrets, no more than 255 characters. */
export class RpcError extends Error {
  override readonly name = 'RpcError'
  readonly kind: RpcErrorKind

  constructor(kind: RpcErrorKind, description: string) {
    super(description)
    this.kind = kind
  }
}

/** The CALLERROR code in the version's spelling, or null where the version has none and stays silent. */
export function errorCode(kind: RpcErrorKind, protocol: Protocol): string | null {
  return CODES[kind][protocol]
}

/** The two codes that 1.6 spells in its own way, as every later version spells them. */
const LATER_SPELLING: ReadonlyMap<string, string> = new Map([
  ['FormationViolation', 'FormatViolation'],
  ['OccurenceConstraintViolation', 'OccurrenceConstraintViolation'],
])

/**
 * A code that a station answered with, in one spelling for all versions: stations mix the spellings up, and what reads
 * the code need not know both. Codes of no version stay as they are.
 */
export function neutralCode(code: string): string {
  return LATER_SPELLING.get(code) ?? code
}

/** Codes that every version has and that this server never sends. */
const OTHER_CODES: ReadonlySet<string> = new Set(['GenericError', 'ProtocolError'])

/** Whether a code is one of the version's own, in its spelling. */
export function isOwnCode(code: string, protocol: Protocol): boolean {
  return OTHER_CODES.has(code) || Object.values(CODES).some((spellings) => spellings[protocol] === code)
}

/** What went wrong in a frame that is not a usable CALL, as the kind of error its sender is told. */
export function problemKind(problem: FrameProblem, idKnown: boolean): RpcErrorKind | null {
  switch (problem) {
    case 'unreadable':
      return 'framework'
    case 'malformed-call':
      return idKnown ? 'format' : 'framework'
    case 'unknown-type':
      return 'message-type'
    case 'malformed-answer':
    case 'malformed-send':
      return null
  }
}

/** The one place where faults of the program become errors of the protocol. A station is told the code, not the cause. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error
  if (error instanceof AppError && error.code === 'STORE_WRITE_FAILED') {
    return new RpcError('internal', words.error.notStored)
  }
  return new RpcError('internal', words.error.failed)
}
