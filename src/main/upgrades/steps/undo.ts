import { done, type Facts, type Move, type Step, send, wait } from '../facts'
import { byAnswer } from '../standing'
import { hasTried } from './change'

/**
 * Takes back what was changed at the station. Both profiles count until it is sure which one it comes with: what was
 * said to it last may reach it after it has gone.
 */
export function undo(step: Step, facts: Facts): Move {
  const { online, protocol, switchedAt, undo: back, whenIdle } = facts
  const settled = (): Move => {
    if (switchedAt === null) return done()
    // What 2.x was told to try has been taken back by then; 1.6 does what it was told when it restarts, sooner or later.
    if (online && online.since > switchedAt && (protocol !== 'ocpp1.6' || hasTried(facts, switchedAt))) return done()
    return wait(online && whenIdle ? 'idle' : 'return')
  }
  if (back === null) return settled()
  if (!online) return wait('offline')
  // 1.6 can not lower its profile again: it is spoken to when it has come back by itself.
  if (protocol === 'ocpp1.6' && switchedAt !== null && online.since <= switchedAt) return wait('return')
  return byAnswer(step, facts, () => send('undo', { kind: 'command', command: back }), { taken: settled })
}
