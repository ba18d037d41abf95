import type { reasons as EnglishReasons } from '../en/reasons'
import type { Translation } from '../translation'

export const reasons: Translation<typeof EnglishReasons> = {}
