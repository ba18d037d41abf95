import type { Translation } from '@shared/words/translation'
import type { commandChoices as EnglishCommandChoices } from '../en/commandChoices'

export const commandChoices: Translation<typeof EnglishCommandChoices> = {}
