import { ORPCError } from '@orpc/server'
import { fillSentence } from '@shared/errors'
import { deviceAnswers as words } from '@shared/words/en/deviceAnswers'

/** Why a device's call is refused. */
export type DeviceProblem = keyof typeof words

/**
 * The status of each refusal, and its code in the envelope: ThinQ Connect's own where it has one for this, the nearest
 * otherwise. Clients of that kind look at the code.
 */
const ANSWERS: Readonly<Record<DeviceProblem, readonly [status: number, code: string]>> = {
  'not-secure': [403, '1310'],
  'no-token': [401, '1103'],
  'wrong-token': [401, '1103'],
  'ended-token': [401, '1218'],
  'token-spent': [403, '1305'],
  guessing: [429, '1306'],
  'too-many-calls': [429, '1306'],
  busy: [503, '1306'],
  'too-large': [413, '1311'],
  'bad-client-id': [400, '1216'],
  'not-registered': [404, '1213'],
  'already-registered': [409, '1225'],
  'other-token': [403, '1212'],
  revoked: [403, '1308'],
  'too-many-devices': [503, '1305'],
  unreadable: [400, '1102'],
  'other-name': [403, '1212'],
  blocked: [422, '1102'],
  waits: [202, '0000'],
  rejected: [403, '1308'],
  'too-many-waiting': [429, '1306'],
  'unknown-target': [404, '1205'],
  'already-subscribed': [409, '1207'],
  'not-subscribed': [404, '1206'],
  'too-many-subscriptions': [403, '1312'],
  'unknown-claim': [403, '1302'],
  'unknown-template': [404, '1205'],
  'name-taken': [409, '1225'],
  'bad-call': [400, '1000'],
  'not-found': [404, '1305'],
  'not-set-up': [503, '2000'],
  failed: [500, '2000'],
}

/** A refusal as an error of the interface. */
export function problem(kind: DeviceProblem, data: Readonly<Record<string, string | number>> = {}) {
  const [status] = ANSWERS[kind]
  return new ORPCError(kind, { status, message: fillSentence(words[kind], data) })
}

/** The same where its sentence is filled in already. */
export function problemOf({ kind, sentence }: { readonly kind: DeviceProblem; readonly sentence: string }) {
  const [status] = ANSWERS[kind]
  return new ORPCError(kind, { status, message: sentence })
}

export interface ErrorBody {
  readonly messageId?: string
  readonly timestamp: string
  readonly error: { readonly code: string; readonly message: string }
}

/** Status and body of a refusal. */
export function errorAnswer(
  { code, message }: { readonly code: string; readonly message: string },
  now: number,
  messageId?: string,
): { readonly status: number; readonly body: ErrorBody } {
  const [status, number] = isProblem(code) ? ANSWERS[code] : ANSWERS['bad-call']
  const body = { ...(messageId === undefined ? {} : { messageId }), timestamp: new Date(now).toISOString() }
  return { status, body: { ...body, error: { code: number, message } } }
}

export function isProblem(code: string): code is DeviceProblem {
  return Object.hasOwn(words, code)
}
