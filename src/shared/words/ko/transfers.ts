import type { transfers as EnglishTransfers } from '../en/transfers'
import type { Translation } from '../translation'

export const transfers: Translation<typeof EnglishTransfers> = {}
