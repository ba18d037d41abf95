import type { Translation } from '@shared/words/translation'
import type { commands as EnglishCommands } from '../en/commands'
import { commandAnswers } from './commandAnswers'
import { commandChoices } from './commandChoices'
import { commandProgress } from './commandProgress'

export const commands: Translation<typeof EnglishCommands> = {
  choice: commandChoices,
  answer: commandAnswers,
  progress: commandProgress,
}
