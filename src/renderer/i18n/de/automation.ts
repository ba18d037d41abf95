import type { Translation } from '@shared/words/translation'
import type { automation as EnglishAutomation } from '../en/automation'

export const automation: Translation<typeof EnglishAutomation> = {}
