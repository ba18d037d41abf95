import type { SiteState } from '@shared/contract/site'
import { createContext, useContext } from 'react'

export const SiteContext = createContext<SiteState | null>(null)

/** The state of the site, always the newest; throws above the SiteGate. */
export function useSite(): SiteState {
  const site = useContext(SiteContext)
  if (site === null) throw new Error('useSite needs a SiteGate above it')
  return site
}
