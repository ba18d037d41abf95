import { LANGUAGES } from '@shared/words/languages'
import { ENGLISH, TRANSLATED, type Translated } from './allWords'
import { placesOf, withoutPlural } from './flatten'
import { mayStayEnglish } from './sameEverywhere'

/** Forms of a text that a language has for numbers, besides `zero`, which every text may have. */
const formsOf = (language: Translated) => [
  'zero',
  ...new Intl.PluralRules(LANGUAGES[language].tag).resolvedOptions().pluralCategories,
]

/** English texts that a language has to have, in its own forms for numbers. */
export function missingIn(language: Translated): string[] {
  const forms = formsOf(language)
  const wanted = [...ENGLISH.keys()].filter((path) => {
    const form = path.slice(withoutPlural(path).length + 1)
    return form === '' || forms.includes(form)
  })
  return wanted.filter((path) => !TRANSLATED[language].get(path)?.trim())
}

/** Texts that the language has and English lacks, or whose form for numbers it does not use. */
export function needlessIn(language: Translated): string[] {
  const forms = formsOf(language)
  return [...TRANSLATED[language].keys()].filter((path) => {
    const form = path.slice(withoutPlural(path).length + 1)
    return !ENGLISH.has(path) || (form !== '' && !forms.includes(form))
  })
}

/** Texts with other places than the English ones. The number itself may be left out of a singular, and put into one. */
export function otherPlacesIn(language: Translated): string[] {
  return [...TRANSLATED[language]].flatMap(([path, text]) => {
    const counted = withoutPlural(path) !== path
    const places = (of: string) => placesOf(of).filter((place) => !(counted && place === '{{count}}'))
    const english = ENGLISH.get(path)
    if (english === undefined || places(english).join() === places(text).join()) return []
    return [`${path}: ${places(text).join(' ') || 'none'} instead of ${places(english).join(' ') || 'none'}`]
  })
}

/** Texts that read as the English ones though they have words in them. */
export function stillEnglishIn(language: Translated): string[] {
  return [...TRANSLATED[language]]
    .filter(([path, text]) => text === ENGLISH.get(path) && !mayStayEnglish(language, text))
    .map(([path, text]) => `${path}: ${text}`)
}
