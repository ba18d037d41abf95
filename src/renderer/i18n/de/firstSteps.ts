import type { Translation } from '@shared/words/translation'
import type { firstSteps as EnglishFirstSteps } from '../en/firstSteps'

export const firstSteps: Translation<typeof EnglishFirstSteps> = {}
