import type { Translation } from '@shared/words/translation'
import type { shell as EnglishShell } from '../en/shell'

export const shell: Translation<typeof EnglishShell> = {}
