import { ofWholeStation } from '@shared/ocpp/variable'
import { done, type Facts, type Move, type Outgoing, type Step, send, setting, stuck, wait } from '../facts'
import { byAnswer } from '../standing'

const COMMUNICATION = 'OCPPCommCtrlr'
const PRIORITY = 'NetworkConfigurationPriority'
const ACTIVE = 'ActiveNetworkProfile'

/** Slots that are tried where the station has not told which it has. */
const USUAL_SLOTS = ['1', '2', '3']

/** Seconds that a station waits for an answer of ours (NetworkConnectionProfile.messageTimeout). */
const MESSAGE_TIMEOUT_S = 30

const LOOK: Outgoing = {
  kind: 'command',
  command: {
    name: 'read-variables',
    input: { variables: [ofWholeStation(COMMUNICATION, PRIORITY), ofWholeStation(COMMUNICATION, ACTIVE)] },
  },
}

/** Address and profile are written to a slot that the station does not use (B09). */
export function networkProfile(step: Step, facts: Facts): Move {
  const { plainUrl, secureUrl, protocol } = facts
  const write = (): Move => {
    const slots = slotsOf(facts)
    if (slots === null) return stuck('priority-unknown')
    if (slots.free === null) return stuck('no-slot', { before: slots.before })
    if (plainUrl === null) return wait('offline')
    const url = step.profile === 1 ? plainUrl : secureUrl
    if (url === null) return stuck('no-tls-port')
    const { free, active, before } = slots
    const payload = (more: object) => ({
      kind: 'action' as const,
      action: 'SetNetworkProfile',
      payload: { configurationSlot: Number(free), connectionData: { ...connection(step, facts, url), ...more } },
    })
    // In 2.1 a slot has a password of its own; the station may use either, and both count.
    const own = protocol === 'ocpp2.1' && step.profile < 3
    const outgoing = own ? (basicAuthPassword: string) => payload({ basicAuthPassword }) : payload({})
    return send('write', outgoing, { slot: free, active, before, url })
  }
  if (step.phase === 'write') return byAnswer(step, facts, write, { taken: () => done() })
  return byAnswer(step, facts, () => send('look', LOOK), { taken: write, partly: write })
}

function connection({ profile }: Step, { network, protocol }: Facts, url: string) {
  return {
    // 2.1 takes the version that it agrees on when it connects.
    ...(protocol === 'ocpp2.0.1' && { ocppVersion: 'OCPP20' }),
    ocppTransport: 'JSON',
    ocppCsmsUrl: url,
    messageTimeout: MESSAGE_TIMEOUT_S,
    securityProfile: profile,
    ocppInterface: network,
  }
}

/** The slot in use, one that is not, and the order as it was; null where the station does not tell it. */
function slotsOf({ variable }: Facts): { active: string; free: string | null; before: string } | null {
  const told = variable(COMMUNICATION, PRIORITY)
  const order = (told?.value ?? '').split(',').map((slot) => slot.trim())
  const [first] = order
  if (told === null || first === undefined || !order.every((slot) => /^\d+$/.test(slot))) return null
  const current = variable(COMMUNICATION, ACTIVE)?.value
  const active = current !== undefined && /^\d+$/.test(current) ? current : first
  const slots = told.choices.length > 0 ? told.choices : USUAL_SLOTS
  const free = slots.find((slot) => !order.includes(slot) && slot !== active) ?? slots.find((slot) => slot !== active)
  return { active, free: free ?? null, before: told.value }
}

/**
 * The new slot first, the one in use after it, to fall back on. No others: one with a lower profile would have the whole
 * list refused (A05.FR.10).
 */
export function priority(step: Step, facts: Facts): Move {
  const { slot, active } = facts.learned
  if (slot === undefined || active === undefined) return stuck('priority-unknown')
  const outgoing = setting(COMMUNICATION, PRIORITY, `${slot},${active}`)
  return byAnswer(step, facts, () => send('set', outgoing), { taken: () => done() })
}
