import { AppError } from '@shared/errors'
import type { Site } from '../site'
import { service } from './implementer'

/** What the stations told about their variables and configuration keys. */
export function variablesService({ variables, stations }: Site) {
  const known = (stationId: number) => {
    if (stations.record(stationId) === undefined) throw new AppError('UNKNOWN_STATION')
    return stationId
  }
  return {
    find: service.variables.find.handler(({ input }) =>
      variables.find({
        stationId: known(input.stationId),
        search: input.search,
        changed: input.changed,
        writable: input.writable,
        offset: Math.max(input.before ?? 0, 0),
        limit: input.limit,
      }),
    ),
    get: service.variables.get.handler(({ input }) => ({ variable: variables.get(input.variableId) })),
    reports: service.variables.reports.handler(({ input }) => variables.reports(known(input.stationId))),
  }
}
