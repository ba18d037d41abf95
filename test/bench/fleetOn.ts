import type { Child, Server } from './child'
import type { ConnectRequest, PaceAnswer, PaceRequest } from './messages'

/** The chargers of the load generator on one server, all with OCPP 2.0.1; they go by the server's name. */
export function fleetOn(load: Child, { name: fleet, url }: Pick<Server, 'name' | 'url'>) {
  return {
    connect: (how: Pick<ConnectRequest, 'chargers' | 'work' | 'answering'>) =>
      load.ask<ConnectRequest, null>({ kind: 'connect', fleet, url, protocol: 'ocpp2.0.1', ...how }),
    /** Everybody calls once every `everyMs`, for so many seconds. */
    pace: (everyMs: number, seconds: number) =>
      load.ask<PaceRequest, PaceAnswer>({ kind: 'pace', fleet, everyMs, seconds }),
    disconnect: () => load.ask({ kind: 'disconnect', fleet }),
  }
}
