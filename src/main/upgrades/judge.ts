import { type Facts, type Move, type Step, stuck, wait } from './facts'
import { address } from './steps/address'
import { certificate } from './steps/certificate'
import { comeBack, restart, securityProfile } from './steps/change'
import { networkProfile, priority } from './steps/networkProfile'
import { root } from './steps/root'
import { organisation, password } from './steps/settings'
import { tlsPort } from './steps/tlsPort'
import { undo } from './steps/undo'
import { IMPOSSIBLE } from './way'

const JUDGES: Readonly<Record<Step['step'], (step: Step, facts: Facts) => Move>> = {
  'tls-port': tlsPort,
  root,
  organisation,
  password,
  certificate,
  address,
  'network-profile': networkProfile,
  priority,
  restart,
  'security-profile': securityProfile,
  return: comeBack,
  undo,
}

/** What is to happen to the step that an upgrade is at. The same facts always give the same move. */
export function judge(step: Step, facts: Facts): Move {
  if (step.phase === IMPOSSIBLE) return stuck('not-possible')
  const move = JUDGES[step.step](step, facts)
  // Its address is that of the port with TLS, and nothing would lead it to the other one. Nor should anything.
  const leavesTls = step.profile === 1 && step.step !== 'undo' && facts.online?.withTls === true
  if (move.do === 'send' && leavesTls) return stuck('comes-with-tls')
  if (move.do !== 'send' || facts.online?.ready) return move
  return wait(facts.online ? 'ready' : 'offline')
}
