import type { DesktopState } from '@shared/contract/desktop'

/** What a site asks of the desktop that it runs on. */
export interface DesktopSwitches {
  state(): DesktopState
  setKeepAwake(on: boolean): void
  /** Only where `startAtLogin` of the state is not null. */
  setStartAtLogin(on: boolean): void
}
