import { en } from '../en'
import type { LanguagePack } from '../pack'

/** MUI's parts speak English by themselves. */
export const pack: LanguagePack = { words: en, parts: [] }
