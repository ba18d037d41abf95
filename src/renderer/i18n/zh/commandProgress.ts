import type { Translation } from '@shared/words/translation'
import type { commandProgress as EnglishCommandProgress } from '../en/commandProgress'

export const commandProgress: Translation<typeof EnglishCommandProgress> = {}
