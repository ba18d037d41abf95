import type { Translation } from '@shared/words/translation'
import type { files as EnglishFiles } from '../en/files'

export const files: Translation<typeof EnglishFiles> = {}
