import type { Tone } from '@renderer/components/ToneMark'
import type { Command } from '@shared/contract/commands'
import type { commands as words } from '../../i18n/en/commands'

/** How a command stands, as one word: its answer, and for what takes time, how it goes on after it. */
export type CommandStanding = keyof typeof words.state

export function standingOf({
  state,
  verdict,
  outcome,
}: Pick<Command, 'state' | 'verdict' | 'outcome'>): CommandStanding {
  if (state !== 'accepted' && state !== 'refused') return state
  if (outcome !== null && state === 'accepted') return outcome === 'failed' ? 'broken' : outcome
  return verdict ?? state
}

export const COMMAND_LOOK: Readonly<Record<CommandStanding, Tone>> = {
  waiting: { shape: 'hourglass', colour: 'attention' },
  sent: { shape: 'dotted-ring', colour: 'active' },
  accepted: { shape: 'tick', colour: 'good' },
  scheduled: { shape: 'ring-bar', colour: 'active' },
  partly: { shape: 'half-disc', colour: 'attention' },
  refused: { shape: 'ring-cross', colour: 'attention' },
  unsupported: { shape: 'dash', colour: 'attention' },
  failed: { shape: 'triangle', colour: 'danger' },
  unknown: { shape: 'hollow', colour: 'attention' },
  expired: { shape: 'dash', colour: 'quiet' },
  cancelled: { shape: 'dash', colour: 'quiet' },
  offline: { shape: 'hollow', colour: 'quiet' },
  running: { shape: 'disc', colour: 'active' },
  succeeded: { shape: 'tick', colour: 'good' },
  broken: { shape: 'triangle', colour: 'danger' },
  silent: { shape: 'hollow', colour: 'attention' },
}
