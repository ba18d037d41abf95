import { done, type Facts, type Move, type Outgoing, type Step, send, setting, stuck, wait } from '../facts'
import { byAnswer } from '../standing'

const RESTART: Outgoing = { kind: 'command', command: { name: 'reset', input: { when: 'when-idle', evseId: null } } }

/** 1.6: a link that broke does not bring it back another way, its restart does. */
const BY_RESTART = { boots: 'yes' } as const

/** The station restarts when nobody charges (A05; B12). Without an answer it may be restarting: that will show. */
export function restart(step: Step, facts: Facts): Move {
  return byAnswer(step, facts, () => send('restart', RESTART), {
    taken: () => done(),
    later: () => done({ idle: 'yes' }),
    lost: () => done(),
  })
}

/** 1.6: the station is told its profile and connects anew (1.6 security A05). */
export function securityProfile(step: Step, facts: Facts): Move {
  if (step.phase === 'restart') return restart(step, facts)
  const outgoing = setting('', 'SecurityProfile', String(step.profile))
  return byAnswer(step, facts, () => send('set', outgoing), {
    taken: () => done(),
    later: () => send('restart', RESTART, BY_RESTART),
    lost: () => done(),
    // One without the security extension uses its password from the next connection on: that is profile 1.
    unsupported: (words) =>
      step.profile === 1 ? send('restart', RESTART, BY_RESTART) : stuck('unsupported', { told: words }),
  })
}

/**
 * Whether a station that is connected anew has tried what it was told then. A 2.x station boots when it has tried another
 * network profile (B10.FR.10), and so does one of 1.6 that takes its profile by a restart: a link that broke is no sign.
 */
export function hasTried({ protocol, learned, bootedAt }: Facts, since: number): boolean {
  return (protocol === 'ocpp1.6' && learned.boots === undefined) || (bootedAt !== null && bootedAt > since)
}

/** The station is to come back under its new profile. That it has is seen elsewhere, as soon as it connects. */
export function comeBack(step: Step, facts: Facts): Move {
  const { online, now, switchedAt, whenIdle, limits } = facts
  const since = switchedAt ?? step.at
  const until = since + limits.backMs
  if (!online) return now < until ? wait('return', until) : stuck('not-back')
  if (online.since <= since) {
    if (whenIdle) return wait('idle')
    return now < until ? wait('return', until) : stuck('not-gone')
  }
  if (hasTried(facts, since)) return stuck('came-back-old')
  if (whenIdle) return wait('idle')
  return now < until ? wait('return', until) : stuck('not-gone')
}
