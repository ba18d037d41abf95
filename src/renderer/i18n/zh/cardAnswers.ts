import type { Translation } from '@shared/words/translation'
import type { cardAnswers as EnglishCardAnswers, cardReasons as EnglishCardReasons } from '../en/cardAnswers'

export const cardAnswers: Translation<typeof EnglishCardAnswers> = {}
export const cardReasons: Translation<typeof EnglishCardReasons> = {}
