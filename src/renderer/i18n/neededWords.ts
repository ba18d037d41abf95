import { FIRST_LANGUAGE, type Language } from '@shared/words/languages'
import i18next from 'i18next'
import { ALL_NAMESPACES, loadWords, type Namespace } from './wordFiles'

type Words = Record<string, object>

/** What parts of the console have asked for; it is there in the next language, too, before that is on screen. */
const needed = new Set<Namespace>()
const arrived = new Map<Language, Words>()
let spoken: Language = FIRST_LANGUAGE

/** From now on words are needed in this language. */
export function speak(language: Language): void {
  spoken = language
}

/**
 * Fetches the words of these namespaces, as far as they are not there; a part that can't say which it needs gets all.
 * Nothing that needs them may be drawn before.
 *
 * @throws when they can not be had
 */
export async function needWords(namespaces: readonly string[] = ALL_NAMESPACES): Promise<void> {
  const fresh = namespaces as readonly Namespace[]
  for (const namespace of fresh) needed.add(namespace)
  await fetchWords(spoken, fresh)
}

/** Fetches in another language what has been needed so far. */
export const translateNeeded = (language: Language): Promise<void> => fetchWords(language, [...needed])

/** What has come before the words were started. */
export const arrivedWords = (language: Language): Words => arrived.get(language) ?? {}

async function fetchWords(language: Language, namespaces: readonly Namespace[]): Promise<void> {
  const words = arrived.get(language) ?? {}
  arrived.set(language, words)
  const isThere = (namespace: Namespace) =>
    words[namespace] !== undefined || (i18next.isInitialized && i18next.hasResourceBundle(language, namespace))
  await Promise.all(
    namespaces.map(async (namespace) => {
      if (isThere(namespace)) return
      const loaded = await loadWords(language, namespace)
      if (loaded === undefined || isThere(namespace)) return
      words[namespace] = loaded
      if (i18next.isInitialized) i18next.addResourceBundle(language, namespace, loaded)
    }),
  )
}
