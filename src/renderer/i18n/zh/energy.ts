import type { Translation } from '@shared/words/translation'
import type { energy as EnglishEnergy } from '../en/energy'

export const energy: Translation<typeof EnglishEnergy> = {}
