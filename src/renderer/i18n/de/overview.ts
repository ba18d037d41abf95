import type { Translation } from '@shared/words/translation'
import type { overview as EnglishOverview } from '../en/overview'

export const overview: Translation<typeof EnglishOverview> = {}
