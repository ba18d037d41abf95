import type { NotPossible } from '@shared/commands/standing'
import { useTranslation } from 'react-i18next'

/** Why something can't be sent at all, in a sentence. */
export function useNotPossibleWords(): (reason: NotPossible) => string {
  const { t } = useTranslation('commands')
  return (reason) => t(`notPossible.${reason}`)
}
