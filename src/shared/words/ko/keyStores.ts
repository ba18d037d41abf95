import type { keyStores as EnglishKeyStores } from '../en/keyStores'
import type { Translation } from '../translation'

export const keyStores: Translation<typeof EnglishKeyStores> = {}
