import { done, type Facts, type Move, type Outgoing, type Step, send, stuck, wait } from '../facts'
import { byAnswer } from '../standing'

const ASK: Outgoing = {
  kind: 'command',
  command: { name: 'trigger', input: { message: 'sign-certificate', evseId: null, connectorId: null } },
}

/** The station asks for a certificate, a person approves, the station takes it (A02). */
export function certificate(step: Step, facts: Facts): Move {
  const { asked, hasCertificate, limits, now } = facts
  if (hasCertificate) return done()
  // What it asked for by itself counts as well; what was decided before does not.
  const request = asked && (asked.status === 'pending' || asked.at >= step.at - CLOCK_SLACK_MS) ? asked : null
  if (request && (step.phase !== null || request.status === 'pending')) return byRequest(request)
  return byAnswer(step, facts, () => send('ask', ASK), {
    taken: () => {
      const until = step.at + limits.requestMs
      return now < until ? wait('request', until) : stuck('no-request')
    },
  })
}

/** The request may have come a moment before the answer to the command that asked for it. */
const CLOCK_SLACK_MS = 1_000

function byRequest({ id, status, delivery, deliveryDetail, reason }: NonNullable<Facts['asked']>): Move {
  const data = { requestId: String(id) }
  if (status === 'pending') return wait('approval', null, data)
  if (status !== 'approved') return stuck('request-rejected', { ...data, told: reason ?? '' })
  if (delivery === 'refused') return stuck('certificate-refused', { ...data, told: deliveryDetail ?? '' })
  // Accepted and not counted: it has been revoked, or has ended.
  return delivery === 'accepted' ? stuck('no-request', data) : wait('delivery', null, data)
}
