import type { Language } from '@shared/words/languages'
import { useNotice } from '../components/NoticeProvider'
import { useLanguage } from './LanguageProvider'
import { useExplain } from './useExplain'

/** Shows everything in another language; says why where its words can not be had. */
export function useChooseLanguage(): (language: Language) => void {
  const { choose } = useLanguage()
  const notice = useNotice()
  const explain = useExplain()
  return (language) => {
    choose(language).catch((error: unknown) => notice({ text: explain(error).sentence, severity: 'error' }))
  }
}
