import type { Translation } from '@shared/words/translation'
import type { security as EnglishSecurity } from '../en/security'

export const security: Translation<typeof EnglishSecurity> = {}
