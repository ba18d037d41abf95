import { useSyncExternalStore } from 'react'
import { useLink } from './LinkProvider'
import type { LinkState } from './linkState'

/** Whether the server can be reached, and since when. */
export function useLinkState(): LinkState {
  const { state } = useLink()
  return useSyncExternalStore(state.listen, state.read)
}
