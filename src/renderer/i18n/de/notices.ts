import type { Translation } from '@shared/words/translation'
import type { notices as EnglishNotices } from '../en/notices'

export const notices: Translation<typeof EnglishNotices> = {}
