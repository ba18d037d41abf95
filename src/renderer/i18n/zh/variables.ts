import type { Translation } from '@shared/words/translation'
import type { variables as EnglishVariables } from '../en/variables'

export const variables: Translation<typeof EnglishVariables> = {}
