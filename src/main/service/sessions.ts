import type { SessionFilter } from '@shared/contract/ledger'
import { goesOn } from '@shared/ocpp/session'
import type { z } from 'zod'
import { READING_TABLE, SESSION_TABLE } from '../sessions/export/sessionTable'
import { ROWS_A_PART, tableParts } from '../sessions/export/tableParts'
import type { Site } from '../site'
import type { LedgerFilter } from '../store/queries/ledger'
import { keyedFeed } from './feeds'
import { service } from './implementer'
import { sessionEvidenceService } from './sessionEvidence'
import { settlingService } from './settling'

/** What runs now, and the ledger of what ran. */
export function sessionsService(site: Site) {
  const { sessions, changes } = site
  return {
    ...settlingService(site),
    ...sessionEvidenceService(site),
    watchRunning: service.sessions.watchRunning.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: sessions.running,
          entry: (id) => {
            const session = sessions.view(id)
            return session && goesOn(session) ? session : undefined
          },
          listen: (changed) => changes.on('session', changed),
        },
        signal,
      ),
    ),
    find: service.sessions.find.handler(({ input }) =>
      sessions.find({ ...toFilter(input), before: input.before ?? null, limit: input.limit }),
    ),
    export: service.sessions.export.handler(({ input, signal }) =>
      tableParts(SESSION_TABLE, sessions.inParts(toFilter(input), ROWS_A_PART), input, signal),
    ),
    exportReadings: service.sessions.exportReadings.handler(({ input, signal }) =>
      tableParts(READING_TABLE, sessions.readingsInParts(input.sessionId, ROWS_A_PART), input, signal),
    ),
    energyHistory: service.sessions.energyHistory.handler(({ input, signal }) => sessions.energyHistory(input, signal)),
    get: service.sessions.get.handler(({ input }) => sessions.get(input.sessionId)),
  }
}

const toFilter = (input: z.infer<typeof SessionFilter>): LedgerFilter => ({
  stationId: input.stationId ?? null,
  state: input.state ?? null,
  unsettled: input.unsettled,
  from: input.from,
  to: input.to,
  search: input.search,
})
