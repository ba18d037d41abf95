import type { Translation } from '@shared/words/translation'
import type { roots as EnglishRoots } from '../en/roots'

export const roots: Translation<typeof EnglishRoots> = {}
