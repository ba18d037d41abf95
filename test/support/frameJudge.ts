import type { Protocol } from '@shared/ocpp/station'
import { OFFICIAL, problemsOf } from './officialSchemas'

// What a central system has to say to a frame, read apart from the server's own reader.

const VERSIONS = { 'ocpp1.6': '1.6', 'ocpp2.0.1': '2.0.1', 'ocpp2.1': '2.1' } as const

/** The official schemas of a version, by name. */
export const schemasOf = (protocol: Protocol) => OFFICIAL[VERSIONS[protocol]]

const CODES_2X = [
  'FormatViolation',
  'GenericError',
  'InternalError',
  'MessageTypeNotSupported',
  'NotImplemented',
  'NotSupported',
  'OccurrenceConstraintViolation',
  'PropertyConstraintViolation',
  'ProtocolError',
  'RpcFrameworkError',
  'SecurityError',
  'TypeConstraintViolation',
]

/** Every code that the version's specification has (1.6 JSON §4.2.3; 2.0.1 part 4 §4.3). */
export const CODES: Readonly<Record<Protocol, readonly string[]>> = {
  'ocpp1.6': [
    'NotImplemented',
    'NotSupported',
    'InternalError',
    'ProtocolError',
    'SecurityError',
    'FormationViolation',
    'PropertyConstraintViolation',
    'OccurenceConstraintViolation',
    'TypeConstraintViolation',
    'GenericError',
  ],
  'ocpp2.0.1': CODES_2X,
  'ocpp2.1': CODES_2X,
}

/** What has to come back for a frame. */
interface Wanted {
  readonly text: string
  readonly id: string
  /** Whose result would do too. */
  readonly action?: string
  /** The errors that would do. */
  readonly codes: readonly string[]
}

/** What has to come back for a frame: an answer with this id, or nothing. Read apart from the server's own reader. */
export function answerTo(text: string, protocol: Protocol): Wanted | null {
  const unreadable = protocol === 'ocpp1.6' ? null : { text, id: '-1', codes: ['RpcFrameworkError'] }
  let frame: unknown
  try {
    frame = JSON.parse(text)
  } catch {
    return unreadable
  }
  if (!Array.isArray(frame) || frame.length === 0) return unreadable
  const [type, id, action] = frame as unknown[]
  const readable = typeof id === 'string' && id.length > 0 && id.length <= 255
  if (type === 3 || type === 4) return null
  if (type === 2) {
    if (!readable) return unreadable
    return { text, id, action: typeof action === 'string' ? action : '', codes: CODES[protocol] }
  }
  if (protocol === 'ocpp1.6') return null
  // CALLRESULTERROR and SEND have no answer, and what 2.1 does not know it passes over.
  if (protocol === 'ocpp2.1' && typeof type === 'number') return null
  const codes = typeof type === 'number' ? ['MessageTypeNotSupported'] : ['RpcFrameworkError']
  return { text, id: readable ? id : '-1', codes }
}

/** Whether the answer is what the version allows as an answer to this action. */
function isAllowed(
  answer: unknown[],
  wanted: { action?: string; codes: readonly string[] },
  protocol: Protocol,
): boolean {
  const [type, , code, description] = answer
  if (type === 4) {
    const right = typeof description === 'string' && description.length <= 255 && answer.length === 5
    return right && wanted.codes.includes(String(code))
  }
  if (type !== 3 || answer.length !== 3) return false
  return isOfficial(protocol, `${wanted.action}Response`, answer[2])
}

/** Whether the version has a message of that name, and its official schema takes the payload. */
export function isOfficial(protocol: Protocol, name: string, payload: unknown): boolean {
  return problemsOf(VERSIONS[protocol], name, payload).length === 0
}

/** Gives each wanted answer one of its own (ids may repeat, so by augmenting paths); what is left over on either side. */
export function pairUp(wanted: readonly Wanted[], came: readonly unknown[][], protocol: Protocol) {
  const takenBy = new Map<number, number>()
  const fits = wanted.map((one) =>
    came.flatMap((answer, index) => (answer[1] === one.id && isAllowed(answer, one, protocol) ? [index] : [])),
  )
  const place = (want: number, tried: Set<number>): boolean =>
    (fits[want] ?? []).some((index) => {
      if (tried.has(index)) return false
      tried.add(index)
      const holder = takenBy.get(index)
      if (holder !== undefined && !place(holder, tried)) return false
      takenBy.set(index, want)
      return true
    })
  return {
    unanswered: wanted.filter((_, want) => !place(want, new Set())),
    unasked: came.filter((_, index) => !takenBy.has(index)),
  }
}
