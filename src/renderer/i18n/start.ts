import { showUnprintable } from '@shared/printable'
import { LANGUAGES, type Language } from '@shared/words/languages'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { arrivedWords } from './neededWords'
import type { LanguagePack } from './pack'

/** Begins with the words of one language that every page needs; others come with what needs them (neededWords). */
export function startWords(language: Language, pack: LanguagePack) {
  const words = { ...arrivedWords(language), ...pack.words }
  void i18next.use(initReactI18next).init({
    lng: language,
    // Every offered language is whole, which a test sees to: nothing falls back to another that was not loaded.
    fallbackLng: false,
    supportedLngs: Object.keys(LANGUAGES),
    defaultNS: 'common',
    ns: Object.keys(words),
    resources: { [language]: words },
    // React escapes HTML. What is put into a sentence may come from a charger, so that hidden characters in it are
    // shown: here once, for every sentence.
    interpolation: { escapeValue: true, escape: showUnprintable },
    returnNull: false,
    initAsync: false,
  })
  return i18next
}

/** Puts the words of a language beside those that are there. */
export function addWords(language: Language, pack: LanguagePack): void {
  for (const [namespace, words] of Object.entries(pack.words)) i18next.addResourceBundle(language, namespace, words)
}
