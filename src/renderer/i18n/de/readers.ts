import type { Translation } from '@shared/words/translation'
import type { readers as EnglishReaders } from '../en/readers'

export const readers: Translation<typeof EnglishReaders> = {}
