import type { Translation } from '@shared/words/translation'
import type { forms as EnglishForms } from '../en/forms'

export const forms: Translation<typeof EnglishForms> = {}
