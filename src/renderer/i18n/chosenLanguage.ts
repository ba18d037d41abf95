import { isLanguage, type Language, preferredLanguage } from '@shared/words/languages'

/** Under this key the language that somebody chose is remembered in localStorage. */
const LANGUAGE_STORAGE_KEY = 'chargehand.language'

/** The language that was chosen in this browser; else the one it asks pages for. */
export function chosenLanguage({ languages }: Pick<Navigator, 'languages'>): Language {
  try {
    const kept = localStorage.getItem(LANGUAGE_STORAGE_KEY)
    if (isLanguage(kept)) return kept
  } catch {
    // Without storage nothing was chosen.
  }
  return preferredLanguage(languages)
}

/** Keeps a choice for the next time. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_STORAGE_KEY, language)
  } catch {
    // Storage may be full or denied; the choice still holds for this page.
  }
}
