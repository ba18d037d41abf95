import type { Translation } from '@shared/words/translation'
import type { rollOver as EnglishRollOver } from '../en/rollOver'

export const rollOver: Translation<typeof EnglishRollOver> = {}
