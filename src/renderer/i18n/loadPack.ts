import type { Language } from '@shared/words/languages'
import type { LanguagePack } from './pack'

/** Each is a file of its own in the built console: only the language on screen is fetched. */
const PACKS: Readonly<Record<Language, () => Promise<{ pack: LanguagePack }>>> = {
  en: () => import('./packs/en'),
  de: () => import('./packs/de'),
  ko: () => import('./packs/ko'),
  zh: () => import('./packs/zh'),
}

/** @throws when the file can not be had, such as after an update of the server */
export async function loadPack(language: Language): Promise<LanguagePack> {
  return (await PACKS[language]()).pack
}
