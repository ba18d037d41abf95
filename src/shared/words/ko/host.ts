import type { host as EnglishHost } from '../en/host'
import type { Translation } from '../translation'

export const host: Translation<typeof EnglishHost> = {}
