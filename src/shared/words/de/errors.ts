import type { errors as EnglishErrors } from '../en/errors'
import type { Translation } from '../translation'

export const errors: Translation<typeof EnglishErrors> = {}
