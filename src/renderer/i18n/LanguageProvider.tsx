import { FIRST_LANGUAGE, isLanguage, LANGUAGES, type Language } from '@shared/words/languages'
import i18next from 'i18next'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rememberLanguage } from './chosenLanguage'
import { loadPack } from './loadPack'
import { speak, translateNeeded } from './neededWords'
import type { LanguagePack } from './pack'
import { addWords } from './start'

interface LanguageChoice {
  readonly language: Language
  /**
   * Shows everything in this language from now on, and the next time, unless another one was chosen since; rejects when
   * its words can not be had.
   */
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
  const newest = useRef(language)
  const turn = useRef<Promise<void>>(Promise.resolve())
  const choice = useMemo(
    () => ({
      language,
      async choose(wanted: Language) {
        newest.current = wanted
        const [pack] = await Promise.all([packs[wanted] ?? loadPack(wanted), translateNeeded(wanted)])
        if (!packs[wanted]) {
          addWords(wanted, pack)
          setPacks((known) => ({ ...known, [wanted]: pack }))
        }
        // One after the other; the words of one that was chosen before may have come later.
        const shown = turn.current.then(() => (newest.current === wanted ? show(wanted) : undefined))
        turn.current = shown.catch(() => {})
        await shown
      },
    }),
    [language, packs],
  )
  const parts = packs[language]?.parts ?? NO_PARTS
  return <LanguageContext value={choice}>{children(parts)}</LanguageContext>
}

const NO_PARTS: readonly object[] = []

async function show(wanted: Language): Promise<void> {
  const before = i18next.language
  speak(wanted)
  try {
    // What was asked for meanwhile came in the language before.
    await translateNeeded(wanted)
    await i18next.changeLanguage(wanted)
  } catch (error) {
    if (isLanguage(before)) speak(before)
    throw error
  }
  rememberLanguage(wanted)
}

/** The language on screen, and how to choose another. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext)
  if (choice === null) throw new Error('useLanguage outside of LanguageProvider')
  return choice
}
