/** The languages that the product is written in: how each calls itself, and its tag for `lang` and `Intl` (BCP 47). */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en' },
  de: { name: 'Deutsch', tag: 'de' },
  ko: { name: '한국어', tag: 'ko' },
  zh: { name: '简体中文', tag: 'zh-Hans' },
} as const

export type Language = keyof typeof LANGUAGES

/** The language of the sources, which is whole by itself. */
export const FIRST_LANGUAGE: Language = 'en'

/**
 * The languages that people are offered. One is added here when its words are whole: a test keeps those of this list
 * complete, so that nobody meets a half-translated program.
 */
export const OFFERED: readonly Language[] = ['en', 'de', 'ko', 'zh']

/** Narrows what was remembered or sent. */
export const isLanguage = (text: unknown): text is Language =>
  typeof text === 'string' && Object.hasOwn(LANGUAGES, text)

/**
 * The first offered language that somebody prefers, by tags such as “de-AT”, the dearest first. Traditional Chinese is
 * another script: who reads only that is not given the simplified one.
 */
export function preferredLanguage(tags: readonly string[], offered: readonly Language[] = OFFERED): Language {
  for (const tag of tags) {
    const { language, script } = localeOf(tag)
    const found = offered.find((known) => known === language && (known !== 'zh' || script === 'Hans'))
    if (found) return found
  }
  return FIRST_LANGUAGE
}

/** The parts of a tag as CLDR completes it: zh-TW is written with Hant. What is no tag has none. */
function localeOf(tag: string): { language?: string; script?: string } {
  try {
    // Systems write de_DE.UTF-8, and C where no language is meant.
    return new Intl.Locale(tag.replace(/[.@].*$/, '').replaceAll('_', '-')).maximize()
  } catch {
    return {}
  }
}
