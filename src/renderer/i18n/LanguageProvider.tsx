import { FIRST_LANGUAGE, isLanguage, LANGUAGES, type Language } from '@shared/words/languages'
import i18next from 'i18next'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberLanguage } from './chosenLanguage'
import { loadPack } from './loadPack'
import { speak, translateNeeded } from './neededWords'
import type { LanguagePack } from './pack'
import { addWords } from './start'

interface LanguageChoice {
  readonly language: Language
  /** Shows everything in this language from now on, and the next time; rejects when its words can not be had. */
  choose(language: Language): Promise<void>
}

const LanguageContext = createContext<LanguageChoice | null>(null)

interface LanguageProviderProps {
  /** The pack of the language that the words were started with. */
  readonly first: LanguagePack
  /** Draws the console, with what MUI's parts say in the language on screen. */
  readonly children: (parts: readonly object[]) => ReactNode
}

/** Holds the language on screen, and tells the browser which it is: for voices, hyphens and the shapes of Han letters. */
export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : FIRST_LANGUAGE
  const [packs, setPacks] = useState<Partial<Record<Language, LanguagePack>>>({ [language]: first })
  useEffect(() => {
    document.documentElement.lang = LANGUAGES[language].tag
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      async choose(wanted: Language) {
        const [pack] = await Promise.all([packs[wanted] ?? loadPack(wanted), translateNeeded(wanted)])
        if (!packs[wanted]) {
          addWords(wanted, pack)
          setPacks((known) => ({ ...known, [wanted]: pack }))
        }
        speak(wanted)
        // What was asked for meanwhile came in the language before.
        await translateNeeded(wanted)
        await i18next.changeLanguage(wanted)
        rememberLanguage(wanted)
      },
    }),
    [language, packs],
  )
  const parts = packs[language]?.parts ?? NO_PARTS
  return <LanguageContext value={choice}>{children(parts)}</LanguageContext>
}

const NO_PARTS: readonly object[] = []

/** The language on screen, and how to choose another. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext)
  if (choice === null) throw new Error('useLanguage outside of LanguageProvider')
  return choice
}
