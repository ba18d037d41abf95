import type { Translation } from '@shared/words/translation'
import type { commandAnswers as EnglishCommandAnswers } from '../en/commandAnswers'

export const commandAnswers: Translation<typeof EnglishCommandAnswers> = {}
