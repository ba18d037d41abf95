import { errorCode, problemKind, RpcError, type RpcErrorKind, toRpcError } from '@main/csms/rpc/rpcError'
import { AppError } from '@shared/errors'
import { expect, test } from 'vitest'

// 2.0.1 part 4 §4.3; 1.6 JSON §4.2.3, whose two misspelt or other names will officially stay.
test.each([
  ['format', 'FormationViolation', 'FormatViolation'],
  ['framework', null, 'RpcFrameworkError'],
  ['internal', 'InternalError', 'InternalError'],
  ['message-type', null, 'MessageTypeNotSupported'],
  ['not-implemented', 'NotImplemented', 'NotImplemented'],
  ['not-supported', 'NotSupported', 'NotSupported'],
  ['occurrence', 'OccurenceConstraintViolation', 'OccurrenceConstraintViolation'],
  ['property', 'PropertyConstraintViolation', 'PropertyConstraintViolation'],
  ['security', 'SecurityError', 'SecurityError'],
  ['type', 'TypeConstraintViolation', 'TypeConstraintViolation'],
] as const satisfies readonly (readonly [RpcErrorKind, string | null, string])[])(
  '%s is %s in 1.6 and %s in 2.0.1',
  (kind, in16, in201) => {
    expect(errorCode(kind, 'ocpp1.6')).toBe(in16)
    expect(errorCode(kind, 'ocpp2.0.1')).toBe(in201)
    // 2.1 spells them like 2.0.1, and passes over message types that it does not know.
    expect(errorCode(kind, 'ocpp2.1')).toBe(kind === 'message-type' ? null : in201)
  },
)

test.each([
  ['unreadable', false, 'framework'],
  ['unreadable', true, 'framework'],
  ['malformed-call', false, 'framework'],
  ['malformed-call', true, 'format'],
  ['unknown-type', true, 'message-type'],
  ['malformed-answer', true, null],
] as const)('a frame that is %s (id known: %s) is told %s', (problem, idKnown, kind) => {
  expect(problemKind(problem, idKnown)).toBe(kind)
})

test('a fault of the program becomes InternalError, and its cause stays here', () => {
  expect(toRpcError(new Error('secret path /home/x'))).toMatchObject({ kind: 'internal' })
  expect(toRpcError(new Error('secret path /home/x')).message).not.toContain('secret')
  expect(toRpcError(new AppError('STORE_WRITE_FAILED', { reason: 'disk' }))).toMatchObject({
    kind: 'internal',
    message: expect.stringContaining('Send it again'),
  })
  const own = new RpcError('occurrence', 'x')
  expect(toRpcError(own)).toBe(own)
})
