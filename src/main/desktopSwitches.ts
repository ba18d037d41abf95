import type { DesktopState } from '@shared/contract/desktop'
import type { Language } from '@shared/words/languages'

/** What a site asks of the desktop that it runs on. */
export interface DesktopSwitches {
  state(): DesktopState
  setKeepAwake(on: boolean): void
  setLanguage(language: Language): void
  /** Only where `startAtLogin` of the state is not null. */
  setStartAtLogin(on: boolean): void
}
