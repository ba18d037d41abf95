import { connectFleet, type Fleet } from '../load/fleet'
import { countHandshakes } from '../load/handshakes'
import { createStorm, type Storm } from '../load/storm'
import type { LoadAnswer, LoadRequest } from '../messages'
import { serveParent } from '../serveParent'

// The load generator: one process for all chargers, so that no server shares its processor time.
const fleets = new Map<string, Fleet>()
const storms = new Map<string, Storm>()

function fleetOf(name: string): Fleet {
  const fleet = fleets.get(name)
  if (!fleet) throw new Error(`there is no fleet ${name}`)
  return fleet
}

serveParent<LoadRequest, LoadAnswer>(async (request) => {
  switch (request.kind) {
    case 'connect':
      fleets.set(request.fleet, await connectFleet(request))
      return null
    case 'run':
      return fleetOf(request.fleet).run(request.seconds)
    case 'pace':
      return fleetOf(request.fleet).pace(request.everyMs, request.seconds)
    case 'storm': {
      const storm = storms.get(request.url) ?? createStorm(request)
      storms.set(request.url, storm)
      return storm.strike()
    }
    case 'handshakes':
      return countHandshakes(request)
    case 'disconnect':
      fleets.get(request.fleet)?.close()
      fleets.delete(request.fleet)
      return null
  }
})
