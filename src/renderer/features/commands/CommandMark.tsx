import { ToneMark } from '@renderer/components/ToneMark'
import type { Command } from '@shared/contract/commands'
import { useTranslation } from 'react-i18next'
import { COMMAND_LOOK, standingOf } from './commandLook'

/** How a command stands, as shape, word and colour. */
export function CommandMark({ command }: { readonly command: Command }) {
  const { t } = useTranslation('commands')
  const standing = standingOf(command)
  return <ToneMark {...COMMAND_LOOK[standing]} word={t(`state.${standing}`)} />
}
