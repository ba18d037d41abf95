import type { Translation } from '@shared/words/translation'
import type { cards as EnglishCards } from '../en/cards'

export const cards: Translation<typeof EnglishCards> = {}
