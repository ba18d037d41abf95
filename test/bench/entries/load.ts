import { connectFleet, type Fleet } from '../load/fleet'
import type { LoadRequest, RunAnswer } from '../messages'
import { serveParent } from '../serveParent'

// The load generator: one process for all chargers, so that no server shares its processor time.
const fleets = new Map<string, Fleet>()

serveParent<LoadRequest, RunAnswer | null>(async (request) => {
  switch (request.kind) {
    case 'connect':
      fleets.set(request.fleet, await connectFleet(request))
      return null
    case 'run': {
      const fleet = fleets.get(request.fleet)
      if (!fleet) throw new Error(`there is no fleet ${request.fleet}`)
      return fleet.run(request.seconds)
    }
    case 'disconnect':
      fleets.get(request.fleet)?.close()
      fleets.delete(request.fleet)
      return null
  }
})
