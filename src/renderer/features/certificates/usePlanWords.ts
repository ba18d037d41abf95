import { useFormat } from '@renderer/i18n/useFormat'
import type { RenewalPlan } from '@shared/contract/certificates'
import { useTranslation } from 'react-i18next'

/** What will happen before a certificate ends, as a sentence. */
export function usePlanWords(): (plan: RenewalPlan) => string {
  const { t } = useTranslation('certificates')
  const format = useFormat()
  return (plan) => {
    switch (plan.kind) {
      case 'will-ask':
        return t('calendar.plan.will-ask', { when: format.date(plan.at) })
      case 'asked': {
        const said = plan.verdict === null ? 'silent' : plan.verdict === 'accepted' ? 'yes' : 'no'
        const when = { when: format.dateTime(plan.at), again: format.dateTime(plan.againAt) }
        return t(`calendar.plan.asked.${said}`, when)
      }
      case 'given-up':
        return t('calendar.plan.given-up', { count: plan.times })
      case 'needs-root-key':
        return t('calendar.plan.needs-root-key', { from: format.date(plan.from) })
      case 'request-waits':
      case 'replaced':
      case 'by-hand':
      case 'until-retired':
        return t(`calendar.plan.${plan.kind}`)
    }
  }
}
