import type { Command } from '@shared/contract/commands'
import { type Facts, type Move, type Step, type StepData, stuck, wait } from './facts'
import { isOver } from './record'

/**
 * What a step's command came to. `later`: it does it when it has restarted, or when it is idle; `lost`: it was sent and
 * not answered, so it may have been done; `unsent`: it never went out.
 */
export type Standing = 'open' | 'taken' | 'later' | 'partly' | 'refused' | 'unsupported' | 'lost' | 'unsent'

export function standingOf({ state, verdict }: Pick<Command, 'state' | 'verdict'>): Standing {
  switch (state) {
    case 'waiting':
    case 'sent':
      return 'open'
    case 'accepted':
      return verdict === 'scheduled' ? 'later' : verdict === 'partly' ? 'partly' : 'taken'
    case 'refused':
      return verdict === 'unsupported' ? 'unsupported' : 'refused'
    case 'failed':
      return 'refused'
    case 'unknown':
      return 'lost'
    case 'expired':
    case 'cancelled':
    case 'offline':
      return 'unsent'
  }
}

/**
 * When the station was told what a step has to tell, as far as it may have heard it or may yet do it; null where it was
 * not. What was told with an earlier command of the step counts on.
 */
export function toldAt(step: Step, command: Command | undefined, now: number): number | null {
  const before = step.data.toldAt === undefined ? null : Number(step.data.toldAt)
  if (isOver(step)) return command?.sentAt ?? before ?? step.at
  if (!command) return before
  const standing = standingOf(command)
  const mayDoIt = standing === 'open' || standing === 'taken' || standing === 'later' || standing === 'lost'
  return mayDoIt ? (command.sentAt ?? now) : before
}

/** What a step has to remember when it is begun anew: nothing takes back what the station has heard. */
export function heardBefore(step: Step, command: Command | undefined, now: number): StepData {
  const at = toldAt(step, command, now)
  if (at === null) return {}
  const kept = Object.entries(step.data).filter(([name]) => name === 'key' || name === 'before' || name === 'boots')
  return { ...Object.fromEntries(kept), toldAt: String(at) }
}

/** The station's own words to a command: its status and its reason. */
export function told({ status, reason }: Pick<Command, 'status' | 'reason'>): string {
  return [status, reason].filter(Boolean).join(': ')
}

/** How a step reads the answer to its command. What it does not name is the same for all steps. */
export interface Reading {
  readonly taken: () => Move
  /** Else as `taken`. */
  readonly later?: () => Move
  readonly partly?: () => Move
  /** Else it is stuck, with the station's words. */
  readonly refused?: (words: string) => Move
  readonly unsupported?: (words: string) => Move
  /** Sent and not answered; else it is sent again, a few times. */
  readonly lost?: () => Move
}

/** Goes on by the answer to the step's command; `again` sends it where there is none yet, or it got lost. */
export function byAnswer(step: Step, { command, limits }: Facts, again: () => Move, reading: Reading): Move {
  if (!command) return again()
  const words = told(command)
  const refusal = { told: words }
  switch (standingOf(command)) {
    case 'open':
      return wait('answer')
    case 'unsent':
      return again()
    case 'lost':
      if (reading.lost) return reading.lost()
      return step.tries < limits.tries ? again() : stuck('no-answer')
    case 'taken':
      return reading.taken()
    case 'later':
      return (reading.later ?? reading.taken)()
    case 'partly':
      return reading.partly ? reading.partly() : stuck('refused', refusal)
    case 'refused':
      return reading.refused ? reading.refused(words) : stuck('refused', refusal)
    case 'unsupported':
      return reading.unsupported ? reading.unsupported(words) : stuck('unsupported', refusal)
  }
}
