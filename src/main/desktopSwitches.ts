import type { DesktopState } from '@shared/contract/desktop'
import type { Language } from '@shared/words/languages'
import type { Seat } from './operators/seats'

/** What a site asks of the desktop that it runs on. */
export interface DesktopSwitches {
  state(): DesktopState
  setKeepAwake(on: boolean): void
  /** Whether it is the seat before the window. What the window shows may be nothing for whoever sits elsewhere. */
  isBeforeWindow(seat: Seat | undefined): boolean
  /** What the window shows, as the bytes of a PDF; null while there is no window. */
  printPage(): Promise<Uint8Array | null>
  setLanguage(language: Language): void
  /** Only where `startAtLogin` of the state is not null. */
  setStartAtLogin(on: boolean): void
}
