import { humanise } from '@renderer/components/schemaForm'
import type { CommandProgress } from '@shared/contract/commands'
import type { TFunction } from 'i18next'

/** What counts the parts of a report: their number is all that its detail says. */
const IN_PARTS = new Set(['Receiving', 'Complete', 'Incomplete'])

/** Whether the detail of a step is the number of a part, which `progressWords` says. */
export const isPart = ({ status, detail }: Step) => IN_PARTS.has(status) && detail !== null && /^\d+$/.test(detail)

type Step = Pick<CommandProgress, 'status' | 'detail'>

/** What a station reports about work that takes time, in words; a status that has none is made readable. */
export function progressWords(t: TFunction<'commands'>, step: Step): string {
  const { status, detail } = step
  const found: string = t(`progress.${status}` as 'progress.Idle', { defaultValue: '' })
  const sentence = found === '' ? humanise(status) : found
  return isPart(step) ? t('progressPart', { status: sentence, part: detail ?? '' }) : sentence
}

/** The same where no detail stands beside it: a sentence that ends with its detail is not left without. */
export function progressLine(t: TFunction<'commands'>, step: Step): string {
  const words = progressWords(t, step)
  return step.status === 'SessionBegan' && step.detail !== null ? `${words} ${step.detail}` : words
}
