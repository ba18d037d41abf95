import type { Translation } from '@shared/words/translation'
import type { common as EnglishCommon } from '../en/common'
import { cardAnswers, cardReasons } from './cardAnswers'

export const common: Translation<typeof EnglishCommon> = {
  cardAnswer: cardAnswers,
  cardReason: cardReasons,
}
