import type { Tone } from '@renderer/components/ToneMark'
import type { Upgrade, UpgradeStep } from '@shared/contract/upgrades'

/** How a step looks. */
export const STEP_TONE: Readonly<Record<UpgradeStep['state'], Tone>> = {
  todo: { shape: 'hollow', colour: 'quiet' },
  now: { shape: 'half-disc', colour: 'active' },
  stuck: { shape: 'triangle', colour: 'danger' },
  done: { shape: 'ring-tick', colour: 'good' },
  'by-hand': { shape: 'ring-tick', colour: 'good' },
}

/** The step that it is at; undefined when it is over. */
export function stepNow({ endedAt, state, steps }: Upgrade): UpgradeStep | undefined {
  if (endedAt !== null) return undefined
  if (state === 'rolling-back') return steps.find(({ step }) => step === 'undo')
  return steps.find((step) => step.state !== 'done' && step.state !== 'by-hand')
}

/** A step that waits for a person looks so, whether something went wrong or not. */
export function toneOf(step: UpgradeStep): Tone {
  return step.waits === 'approval' ? { shape: 'ring-bar', colour: 'attention' } : STEP_TONE[step.state]
}

export function needsPerson(upgrade: Upgrade): boolean {
  const step = stepNow(upgrade)
  return step?.state === 'stuck' || step?.waits === 'approval'
}
