import type { Translation } from '@shared/words/translation'
import type { requests as EnglishRequests } from '../en/requests'

export const requests: Translation<typeof EnglishRequests> = {}
