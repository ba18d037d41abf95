import { useFormat } from '@renderer/i18n/useFormat'
import type { Command } from '@shared/contract/commands'
import { useTranslation } from 'react-i18next'
import { answerKey } from './answerKey'

/** What became of a command, in a sentence or two: what it means, and what the station added in its own words. */
export function useAnswerWords(): (command: Command) => string {
  const { t } = useTranslation('commands')
  const format = useFormat()
  return (command) => {
    const key = answerKey(command)
    const { reason, waitUntil } = command
    const sentence =
      key === 'waitingUntil' ? t('answer.waitingUntil', { until: format.dateTime(waitUntil ?? 0) }) : t(`answer.${key}`)
    return reason === null || reason === '' ? sentence : `${sentence} ${t('answer.adds', { reason })}`
  }
}
