import type { Protocol } from '@shared/ocpp/station'

/** Reasons this charger has for refusing a CALL, by meaning; each version spells them its own way. */
export type Refusal =
  | 'unknown-action'
  | 'unsupported-action'
  | 'bad-format'
  | 'bad-type'
  | 'bad-value'
  | 'missing-property'
  | 'unknown-message-type'
  | 'not-now'
  | 'internal'

/** 1.6 misspells two of them, officially and for ever (1.6 J §4.2.3); it knows no code for unknown message types. */
const CODES_16: Readonly<Record<Refusal, string>> = {
  'unknown-action': 'NotImplemented',
  'unsupported-action': 'NotSupported',
  'bad-format': 'FormationViolation',
  'bad-type': 'TypeConstraintViolation',
  'bad-value': 'PropertyConstraintViolation',
  'missing-property': 'OccurenceConstraintViolation',
  'unknown-message-type': 'ProtocolError',
  'not-now': 'SecurityError',
  internal: 'InternalError',
}

const CODES_2X: Readonly<Record<Refusal, string>> = {
  ...CODES_16,
  'bad-format': 'FormatViolation',
  'missing-property': 'OccurrenceConstraintViolation',
  'unknown-message-type': 'MessageTypeNotSupported',
}

const ALLOWED: Readonly<Record<Protocol, ReadonlySet<string>>> = {
  'ocpp1.6': new Set([...Object.values(CODES_16), 'GenericError']),
  'ocpp2.0.1': new Set([...Object.values(CODES_2X), 'GenericError', 'ProtocolError', 'RpcFrameworkError']),
  'ocpp2.1': new Set([...Object.values(CODES_2X), 'GenericError', 'ProtocolError', 'RpcFrameworkError']),
}

/** The code to answer with. */
export function errorCode(protocol: Protocol, refusal: Refusal): string {
  return protocol === 'ocpp1.6' ? CODES_16[refusal] : CODES_2X[refusal]
}

/** True when `code` belongs to the version. A server that mixes the spellings is reported as breaking the protocol. */
export function isErrorCode(protocol: Protocol, code: string): boolean {
  return ALLOWED[protocol].has(code)
}
