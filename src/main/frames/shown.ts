import type { Frame, WholeFrame } from '@shared/contract/frames'
import type { FoundFrame } from './messages'
import { IN } from './messages'

/** Longest payload of a list's entry, in characters. */
const PAYLOAD_LENGTH = 300

/** A stored frame as the contract says it. */
export function toFrame(row: FoundFrame): Frame {
  return {
    id: row.id,
    at: row.at,
    stationId: row.station_id,
    stationIdentity: row.identity ?? `#${row.station_id}`,
    direction: row.direction === IN ? 'in' : 'out',
    kind: row.kind,
    messageId: row.message_id,
    action: row.action,
    counterpartId: row.counterpart,
    latencyMs: row.latency_ms,
    problem: row.problem,
    detail: row.detail,
    length: row.length,
    hidden: row.hidden === 1,
    excerpt: payloadOf(row).slice(0, PAYLOAD_LENGTH),
  }
}

/** @param frameLength what is kept of a frame at most */
export function toWholeFrame(row: FoundFrame, frameLength: number): WholeFrame {
  return { ...toFrame(row), text: laidOut(row.text), cut: row.text.length >= frameLength && row.length > frameLength }
}

/** The text from the payload on: what stands before it, the list says in columns of its own. */
function payloadOf({ kind, text, action, message_id }: FoundFrame): string {
  const before = kind === 'call' || kind === 'send' ? action : kind === 'unreadable' ? null : message_id
  if (before === null) return text
  const named = JSON.stringify(before)
  const at = text.indexOf(named)
  if (at < 0) return text
  return text.slice(at + named.length).replace(/^\s*,\s*|\s*\]\s*$/g, '')
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // No JSON, or cut.
    return text
  }
}
