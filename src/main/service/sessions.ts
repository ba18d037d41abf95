import type { SessionFilter } from '@shared/contract/ledger'
import { AppError } from '@shared/errors'
import type { z } from 'zod'
import { READING_TABLE, SESSION_TABLE } from '../sessions/export/sessionTable'
import { ROWS_A_PART, tableParts } from '../sessions/export/tableParts'
import type { Site } from '../site'
import { findSessions, type LedgerFilter, sessionsInParts } from '../store/queries/ledger'
import { toPage } from '../store/queries/page'
import { readingsInParts } from '../store/queries/sessionView'
import { keyedFeed } from './feeds'
import { service } from './implementer'

/** What runs now, and the ledger of what ran. */
export function sessionsService({ sessions, changes, store }: Site) {
  return {
    watchRunning: service.sessions.watchRunning.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: sessions.running,
          entry: (id) => {
            const session = sessions.view(id)
            return session?.state === 'running' ? session : undefined
          },
          listen: (changed) => changes.on('session', changed),
        },
        signal,
      ),
    ),
    find: service.sessions.find.handler(({ input }) => {
      const filter = { ...toFilter(input), before: input.before ?? null, limit: input.limit }
      const { rows, total, totalIsLeast } = findSessions(store.read, filter)
      return { ...toPage(rows, input.limit, total, (session) => session), totalIsLeast }
    }),
    export: service.sessions.export.handler(({ input, signal }) =>
      tableParts(SESSION_TABLE, sessionsInParts(store.read, toFilter(input), ROWS_A_PART), input, signal),
    ),
    exportReadings: service.sessions.exportReadings.handler(({ input, signal }) => {
      if (!sessions.view(input.sessionId)) throw new AppError('UNKNOWN_SESSION')
      return tableParts(READING_TABLE, readingsInParts(store.read, input.sessionId, ROWS_A_PART), input, signal)
    }),
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
