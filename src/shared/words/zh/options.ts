import type { options as EnglishOptions } from '../en/options'
import type { Translation } from '../translation'

export const options: Translation<typeof EnglishOptions> = {}
