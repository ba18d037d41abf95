import type { Translation } from '@shared/words/translation'
import type { approvers as EnglishApprovers } from '../en/approvers'

export const approvers: Translation<typeof EnglishApprovers> = {}
