import type { Translation } from '@shared/words/translation'
import type { offline as EnglishOffline } from '../en/offline'

export const offline: Translation<typeof EnglishOffline> = {}
