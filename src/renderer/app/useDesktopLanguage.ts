import { useEffect } from 'react'
import { useLanguage } from '../i18n/LanguageProvider'
import { values } from '../link/feeds'
import { useOrpc } from '../link/LinkProvider'
import { useLatest } from '../link/useFeed'

/** Has the window's menu, the tray and notifications speak the language on screen; a browser is refused. */
export function useDesktopLanguage(): void {
  const { language } = useLanguage()
  const orpc = useOrpc()
  const spoken = useLatest(values.desktop).data?.language
  useEffect(() => {
    if (spoken === undefined || spoken === language) return
    // What the tray speaks is worth no interruption; the next start tries again.
    orpc.desktop.speak.call({ language }).catch(() => {})
  }, [orpc, spoken, language])
}
