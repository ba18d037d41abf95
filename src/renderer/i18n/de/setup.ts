import type { Translation } from '@shared/words/translation'
import type { setup as EnglishSetup } from '../en/setup'

export const setup: Translation<typeof EnglishSetup> = {}
