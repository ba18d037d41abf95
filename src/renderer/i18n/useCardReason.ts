import type { RefusalReason } from '@shared/contract/cardRules'
import { useTranslation } from 'react-i18next'
import { useFormat } from './useFormat'

/**
 * What stands behind a refusal, in words; null where its status says it all.
 * @returns takes the reason, when it was given (ms), and how a station is called
 */
export function useCardReason() {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (reason: RefusalReason, at: number, station: (id: number) => string): string | null => {
    const moment = (time: number) =>
      new Date(time).toDateString() === new Date(at).toDateString() ? format.time(time) : format.dateTime(time)
    const { status, next, since, evseIds = [], budget, limit = 0, used = 0, stationId } = reason
    switch (status) {
      case 'too-many-guesses':
      case 'not-yet-valid':
      case 'not-at-this-time':
        return next === undefined ? null : t(`cardReason.${status}`, { next: moment(next) })
      case 'expired':
        return since === undefined ? null : t('cardReason.expired', { since: moment(since) })
      case 'not-this-evse':
        return t('cardReason.not-this-evse', { count: evseIds.length, evses: evseIds.join(', ') })
      case 'no-credit': {
        if (budget === undefined || next === undefined) return null
        const amount = budget === 'energy' ? format.energy : format.number
        return t(`cardReason.no-credit-${budget}`, { used: amount(used), limit: amount(limit), next: moment(next) })
      }
      case 'charging-already':
        return stationId === undefined ? null : t('cardReason.charging-already', { station: station(stationId) })
      default:
        return null
    }
  }
}
