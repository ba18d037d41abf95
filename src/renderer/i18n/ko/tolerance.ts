import type { Translation } from '@shared/words/translation'
import type { tolerance as EnglishTolerance } from '../en/tolerance'

export const tolerance: Translation<typeof EnglishTolerance> = {}
