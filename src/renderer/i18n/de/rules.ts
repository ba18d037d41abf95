import type { Translation } from '@shared/words/translation'
import type { rules as EnglishRules } from '../en/rules'

export const rules: Translation<typeof EnglishRules> = {}
