import type { DesktopState } from '@shared/contract/desktop'
import type { Language } from '@shared/words/languages'
import type { Seat } from './operators/seats'

/** What a site asks of the desktop that it runs on. */
export interface DesktopSwitches {
  state(): DesktopState
  setKeepAwake(on: boolean): void
  /**
   * What the window shows, as the bytes of a PDF; null while there is no window, and for whoever sits elsewhere: what it
   * shows may be nothing for them.
   */
  printPage(seat: Seat | undefined): Promise<Uint8Array | null>
  setLanguage(language: Language): void
  /** Only where `startAtLogin` of the state is not null. */
  setStartAtLogin(on: boolean): void
}
