import type { BackupState } from '@shared/contract/backup'
import type { Station } from '@shared/contract/stations'

/** The steps of the first hour, in their order. */
export const FIRST_STEPS = ['call', 'admit', 'card', 'session', 'backup'] as const
export type FirstStep = (typeof FIRST_STEPS)[number]

/** Those that are worth taking: nothing of a demo lasts, so there is nothing to back up. */
export function stepsOf({ demo }: { readonly demo: boolean }): readonly FirstStep[] {
  return demo ? FIRST_STEPS.filter((step) => step !== 'backup') : FIRST_STEPS
}

/** What the site shows of them: nothing is ticked off by hand, and what was done otherwise counts as well. */
export interface FirstFacts {
  readonly stations: readonly Pick<Station, 'admission' | 'firstSeenAt'>[]
  readonly cards: number
  readonly sessions: number
  readonly backup: Pick<BackupState, 'plan' | 'saved'> | null
}

/** Those that are done. */
export function doneSteps({ stations, cards, sessions, backup }: FirstFacts): ReadonlySet<FirstStep> {
  const called = stations.filter(({ firstSeenAt }) => firstSeenAt !== null)
  const is: Readonly<Record<FirstStep, boolean>> = {
    call: called.length > 0,
    admit: called.some(({ admission }) => admission === 'admitted'),
    card: cards > 0,
    session: sessions > 0,
    backup: backup !== null && (backup.plan !== null || backup.saved !== null),
  }
  return new Set(FIRST_STEPS.filter((step) => is[step]))
}

/** Whether to ask again for what a step needs: what was there once is asked for no more, however often the ledger grows. */
export function isStillAsked({
  state,
}: {
  readonly state: { readonly data?: { readonly total: number } | undefined }
}) {
  return !state.data?.total
}
