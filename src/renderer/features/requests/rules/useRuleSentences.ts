import type { DeskRuleDraft } from '@shared/contract/deskRules'
import { useTranslation } from 'react-i18next'
import { TICKED } from './ruleDraft'

/** A rule in sentences: what it approves, and how often. */
export function useRuleSentences() {
  const { t } = useTranslation('rules')
  return ({ conditions, perDay }: Pick<DeskRuleDraft, 'conditions' | 'perDay'>): string[] => [
    t(`asker.${conditions.asker}`),
    ...TICKED.filter((condition) => conditions[condition]).map((condition) => t(`condition.${condition}`)),
    t(`profile.${profileWord(conditions.profile)}`),
    t('perDay', { count: perDay }),
  ]
}

/** The security profiles that a connection can have, by the name of their words. */
export const PROFILES = ['any', 'password', 'encrypted', 'certificate'] as const

/** The words of a security profile by its number. */
export function profileWord(profile: number): (typeof PROFILES)[number] {
  return PROFILES[profile] ?? 'certificate'
}
