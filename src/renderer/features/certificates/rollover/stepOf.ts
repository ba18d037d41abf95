import type { RollOverState } from '@shared/contract/rollover'

/** The step to a new root (make, install, switch, renew, retire) that is to be done now, counted from 0. Installing is done when every charger would connect. */
export function stepOf({ phase, stations, renewals }: Pick<RollOverState, 'phase' | 'stations' | 'renewals'>): number {
  if (phase === 'none') return 0
  if (phase === 'switched') return renewals.left > 0 ? 3 : 4
  const isReady = stations.every(({ verdict }) => verdict === 'ready' || verdict === 'not-affected')
  return isReady ? 2 : 1
}
