import type { Command } from '@shared/contract/commands'
import { useTranslation } from 'react-i18next'

/** A command by its name here; one that was written out by hand by its message. */
export function useCommandName(): (command: Pick<Command, 'name' | 'action'>) => string {
  const { t } = useTranslation('commands')
  return ({ name, action }) => (name === null ? action : t(`name.${name}`))
}
