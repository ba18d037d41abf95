import type { Translation } from '@shared/words/translation'
import type { sessions as EnglishSessions } from '../en/sessions'
import { cardAnswers } from './cardAnswers'

export const sessions: Translation<typeof EnglishSessions> = {
  authorization: cardAnswers,
}
