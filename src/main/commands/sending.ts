import type { LearnedVariable } from '@shared/ocpp/variable'
import { withoutSecretsInText } from '../secrets/secretText'
import { withoutSecrets } from '../secrets/withoutSecrets'
import type { StationLinks } from '../stations/commands'
import type { CommandRow } from '../store/queries/commands'
import type { Answer, Dialect, Worded } from './dialect'

/** What became of the messages of one command. */
export type Sent =
  /** Nothing went out. */
  | { readonly kind: 'offline' }
  | ({ readonly kind: 'settled'; readonly learned: readonly Learned[]; readonly goesOn: boolean } & Pick<
      CommandRow,
      'state' | 'verdict' | 'status' | 'reason' | 'answer'
    >)

/** Values of variables that one answer told. */
export interface Learned {
  readonly entries: readonly LearnedVariable[]
  readonly complete: boolean
}

/** Longest status and reason of a station's own that are kept, in characters. */
const STATUS_LENGTH = 100
const REASON_LENGTH = 2_000

/** CALLERROR codes by which a station says that it does not know a message, in the spelling of every version. */
const UNSUPPORTED_CODES = new Set(['NotImplemented', 'NotSupported'])

interface Part {
  readonly answer: Answer
  /** Its payload; null for an error. */
  readonly payload: unknown
  /** The station could not take the message at all. */
  readonly failed: boolean
}

/** Sends the messages of a command one after the other, and says what the answers come to. */
export async function sendWorded(deps: {
  readonly links: Pick<StationLinks, 'request'>
  readonly dialect: Dialect
  readonly stationId: number
  readonly worded: Worded
  readonly answerLength: number
}): Promise<Sent> {
  const { links, dialect, stationId, worded, answerLength } = deps
  const { action, payloads } = worded
  const parts: Part[] = []
  for (const payload of payloads) {
    const result = await links.request(stationId, action, payload)
    switch (result.kind) {
      case 'offline':
        if (parts.length === 0) return { kind: 'offline' }
        return unknown(parts, payloads.length)
      case 'no-answer':
        return unknown(parts, payloads.length)
      case 'answered':
        parts.push({ answer: dialect.read(action, result.payload, payload), payload: result.payload, failed: false })
        break
      case 'error':
        parts.push({ answer: toAnswer(result.code, result.description), payload: null, failed: true })
        break
    }
    if (parts.at(-1)?.answer.endsRest) break
  }
  return settled(dialect, worded, parts, answerLength)
}

function toAnswer(code: string, description: string): Answer {
  return {
    verdict: UNSUPPORTED_CODES.has(code) ? 'unsupported' : 'refused',
    status: code,
    reason: description === '' ? null : description,
  }
}

/** Sent, and nobody knows what became of it. */
export const NOBODY_KNOWS: Extract<Sent, { kind: 'settled' }> = {
  kind: 'settled',
  state: 'unknown',
  verdict: null,
  status: null,
  reason: null,
  answer: null,
  goesOn: false,
  learned: [],
}

/** Some of it may have been done. */
function unknown(parts: readonly Part[], all: number): Sent {
  return { ...NOBODY_KNOWS, status: all > 1 ? `${parts.length}/${all}` : null, learned: learnedFrom(parts) }
}

function settled(dialect: Dialect, { action, payloads }: Worded, parts: readonly Part[], answerLength: number): Sent {
  const [first] = parts
  if (!first) throw new Error(`${action} has no message`)
  const answer = payloads.length === 1 ? first.answer : together(parts, payloads.length)
  const isTaken = answer.verdict === 'accepted' || answer.verdict === 'scheduled' || answer.verdict === 'partly'
  const failed = !isTaken && answer.verdict !== 'unsupported' && parts.every((part) => part.failed)
  const told = payloads.length === 1 ? first.payload : parts.map(({ payload }) => payload)
  const text = JSON.stringify(withoutSecrets(told).value)
  return {
    kind: 'settled',
    state: isTaken ? 'accepted' : failed ? 'failed' : 'refused',
    verdict: failed ? null : answer.verdict,
    status: answer.status === '' ? null : answer.status.slice(0, STATUS_LENGTH),
    // Some repeat what they were sent: a link with its password.
    reason: answer.reason === null ? null : withoutSecretsInText(answer.reason).slice(0, REASON_LENGTH),
    answer: first.failed && payloads.length === 1 ? null : text.length > answerLength ? null : text,
    goesOn: isTaken && dialect.outgoing.get(action)?.goesOn === true && answer.over !== true,
    learned: learnedFrom(parts),
  }
}

/** What the answers to several messages come to: one verdict, and how many were taken. */
function together(parts: readonly Part[], all: number): Answer {
  const taken = parts.filter(({ answer }) => answer.verdict === 'accepted' || answer.verdict === 'scheduled')
  const others = parts.filter((part) => !taken.includes(part))
  const [first] = others
  const reasons = others.map(({ answer }) => [answer.status, answer.reason].filter(Boolean).join(': '))
  return {
    verdict: taken.length === all ? 'accepted' : taken.length > 0 ? 'partly' : (first?.answer.verdict ?? 'refused'),
    status: `${taken.length}/${all}`,
    reason: reasons.length > 0 ? [...new Set(reasons)].join('; ') : null,
  }
}

function learnedFrom(parts: readonly Part[]): Learned[] {
  return parts.flatMap(({ answer: { learned, learnedAll = false } }) =>
    learned && learned.length > 0 ? [{ entries: learned, complete: learnedAll }] : [],
  )
}
