import { showUnprintable } from '@shared/printable'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { FALLBACK_LANGUAGE, languages } from './languages'

/** Loads the words; everything is in the bundle, so it is done when this returns. */
export function startWords() {
  void i18next.use(initReactI18next).init({
    lng: FALLBACK_LANGUAGE,
    fallbackLng: FALLBACK_LANGUAGE,
    defaultNS: 'common',
    ns: Object.keys(languages.en.words),
    resources: Object.fromEntries(Object.entries(languages).map(([tag, { words }]) => [tag, words])),
    // React escapes HTML. What is put into a sentence may come from a charger, so that hidden characters in it are
    // shown: here once, for every sentence.
    interpolation: { escapeValue: true, escape: showUnprintable },
    returnNull: false,
    initAsync: false,
  })
  return i18next
}
