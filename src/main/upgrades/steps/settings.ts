import type { Protocol } from '@shared/ocpp/station'
import { done, type Facts, type Move, type Outgoing, type Step, send, setting } from '../facts'
import { byAnswer } from '../standing'

/** The O that a station puts into its requests (A02; 1.6 security A02.FR.13). */
export function organisation(step: Step, facts: Facts): Move {
  const { organisation: name, protocol } = facts
  const outgoing =
    protocol === 'ocpp1.6' ? setting('', 'CpoName', name) : setting('SecurityCtrlr', 'OrganizationName', name)
  return byAnswer(step, facts, () => send('set', outgoing), { taken: () => done() })
}

/** A new password for a station that has not proved itself yet (A01). */
export function password(step: Step, facts: Facts): Move {
  return byAnswer(step, facts, () => send('set', (secret) => passwordSetting(facts.protocol, secret)), {
    taken: () => ({ do: 'done', passwordTaken: true }),
    // It counts from its restart on: the first connection with it settles it.
    later: () => done(),
  })
}

function passwordSetting(protocol: Protocol, secret: string): Outgoing {
  return protocol === 'ocpp1.6'
    ? setting('', 'AuthorizationKey', secret)
    : setting('SecurityCtrlr', 'BasicAuthPassword', secret)
}
