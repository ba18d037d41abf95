import { createEvidence, type Evidence, type EvidenceDeps } from './evidence'
import { createGaps, type Gaps, type GapsDeps } from './gaps'
import { createSessions, type Sessions, type SessionsDeps } from './sessions'
import { createSettling, type Settling, type SettlingDeps } from './settling'
import { createTodayFigures, type TodayFigures } from './todayFigures'

/** The ledger with all that is asked of it. */
export interface Ledger {
  readonly sessions: Sessions
  readonly settling: Settling
  readonly evidence: Evidence
  readonly gaps: Gaps
  readonly today: TodayFigures
  /** Interprets what waits, and ends what asks chargers for what is missing. */
  close(): void
}

/** What the parts of the ledger do not have of each other. */
export type LedgerDeps = Omit<SessionsDeps, 'limits'> &
  Omit<SettlingDeps, 'sessions'> &
  Omit<GapsDeps, 'catchUp' | 'limits'> &
  Pick<EvidenceDeps, 'told'> & { readonly limits: SessionsDeps['limits']; readonly gapLimits: GapsDeps['limits'] }

/** Opens the ledger. */
export function openLedger({ limits, gapLimits, ...deps }: LedgerDeps): Ledger {
  const sessions = createSessions({ ...deps, limits })
  const gaps = createGaps({ ...deps, catchUp: sessions.catchUp, limits: gapLimits })
  const today = createTodayFigures({ ...deps, figuresSince: sessions.figuresSince })
  return {
    sessions,
    settling: createSettling({ ...deps, sessions }),
    evidence: createEvidence({ ...deps, catchUp: sessions.catchUp }),
    gaps,
    today,
    close() {
      today.close()
      gaps.close()
      sessions.close()
    },
  }
}
