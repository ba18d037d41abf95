import type { Translation } from '@shared/words/translation'
import type { operators as EnglishOperators } from '../en/operators'

export const operators: Translation<typeof EnglishOperators> = {}
