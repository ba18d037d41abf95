import type { Translation } from '@shared/words/translation'
import type { reach as EnglishReach } from '../en/reach'

export const reach: Translation<typeof EnglishReach> = {}
