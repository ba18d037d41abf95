import type { Translation } from '@shared/words/translation'
import type { events as EnglishEvents } from '../en/events'

export const events: Translation<typeof EnglishEvents> = {}
