import type { Translation } from '@shared/words/translation'
import type { settings as EnglishSettings } from '../en/settings'

export const settings: Translation<typeof EnglishSettings> = {}
