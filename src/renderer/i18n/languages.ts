import { en } from './en'

/** The languages this build has words for, by BCP 47 tag; English is the one that is always whole. */
export const languages = { en: { name: 'English', words: en } } as const

export type Language = keyof typeof languages
export const FALLBACK_LANGUAGE: Language = 'en'
