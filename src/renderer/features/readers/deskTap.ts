import type { TapOutcome } from '@shared/contract/readers'
import { createContext, useContext, useEffect } from 'react'

/** A card that was shown to this computer, by whatever reader. */
export interface DeskTap {
  /** Name of the USB reader; null for a reader that types. */
  readonly reader: string | null
  /** What a keyboard reader typed; null for a USB reader. */
  readonly text: string | null
  readonly outcome: TapOutcome
}

export type TapHandler = (tap: DeskTap) => void

export interface TapDesk {
  /** Takes all taps until the function that it gives is called; the newest taker gets them. */
  take(handler: TapHandler): () => void
  /** Hands on what a scan field got, as if it had been a tap. */
  tapped(tap: DeskTap): void
}

export const TapContext = createContext<TapDesk | null>(null)

export function useTapDesk(): TapDesk {
  const desk = useContext(TapContext)
  if (desk === null) throw new Error('useTapDesk needs a TapProvider above it')
  return desk
}

/** Takes the taps at the desk while mounted, before the page does what it does with them by itself. */
export function useTaps(handler: TapHandler) {
  const desk = useTapDesk()
  useEffect(() => desk.take(handler), [desk, handler])
}
