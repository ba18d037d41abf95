import { useTranslation } from 'react-i18next'
import type { RulesDraft } from './rulesDraft'

/** The rules of a form in a line. */
export function useRulesSummary() {
  const { t } = useTranslation('cards')
  return (rules: RulesDraft): string => {
    const parts = [
      !rules.everywhere && t('rules.short.places', { count: rules.places.length }),
      rules.hours.length > 0 && t('rules.short.hours'),
      rules.monthlyKwh.trim() !== '' && t('rules.short.energy', { kwh: rules.monthlyKwh.trim() }),
      rules.monthlySessions.trim() !== '' && t('rules.short.sessions', { sessions: rules.monthlySessions.trim() }),
      rules.oneAtATime && t('rules.short.oneAtATime'),
    ].filter((part) => part !== false)
    return parts.length === 0 ? t('rules.short.none') : parts.join(' · ')
  }
}
