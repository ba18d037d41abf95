import type { NoticeTopic } from '@shared/ocpp/notice'
import type { Incoming } from '../action'
import { toTold } from './notice'

/** What a message says about a command that was answered before. */
export interface Reported {
  /** The number of the command's request; null where the version has none. */
  readonly requestId: number | null
  readonly status: string
  readonly detail: string | null
  /** Nothing more will come of it. */
  readonly final: boolean
  readonly failed: boolean
}

/** Keeps a message as a notice and enters it into the command that it belongs to; both are on disk when it resolves. */
export async function keepReport(incoming: Incoming, topic: NoticeTopic, report: Reported) {
  const { domain, station, call, receivedAt } = incoming
  await Promise.all([
    domain.notices.keep(toTold(incoming, topic, report.requestId)),
    domain.commands.reported(station.id, { action: call.action, at: receivedAt, ...report }),
  ])
  return {}
}

/** A part of a report that was asked for: the last one ends the command. `detail` says what the part is about. */
export function keepPart(
  incoming: Incoming,
  topic: NoticeTopic,
  part: { readonly requestId: number; readonly tbc?: boolean; readonly seqNo?: number },
) {
  const { requestId, tbc = false, seqNo } = part
  return keepReport(incoming, topic, {
    requestId,
    status: tbc ? 'Receiving' : 'Complete',
    detail: seqNo === undefined ? null : String(seqNo + 1),
    final: !tbc,
    failed: false,
  })
}

/** How a status of a long piece of work is to be read. */
export type StatusReading = 'going-on' | 'succeeded' | 'failed'

/**
 * Keeps a status of a long piece of work. Idle says that none is under way: it is no news of a command, and comes when
 * a station was triggered to tell its status.
 */
export function keepStatus<Status extends string>(
  incoming: Incoming,
  topic: NoticeTopic,
  reading: Readonly<Record<Exclude<Status, 'Idle'>, StatusReading>>,
  message: {
    readonly status: Status
    readonly requestId?: number
    readonly statusInfo?: { readonly reasonCode: string; readonly additionalInfo?: string }
  },
) {
  const { status, requestId = null, statusInfo } = message
  if (status === 'Idle') return incoming.domain.notices.keep(toTold(incoming, topic, requestId)).then(() => ({}))
  const read = reading[status as Exclude<Status, 'Idle'>]
  return keepReport(incoming, topic, {
    requestId,
    status,
    detail: statusInfo ? [statusInfo.reasonCode, statusInfo.additionalInfo].filter(Boolean).join(': ') : null,
    final: read !== 'going-on',
    failed: read === 'failed',
  })
}
