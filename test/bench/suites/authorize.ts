import type { Bench } from '../bench'
import { type Figures, runRounds } from '../rounds'

export interface AuthorizeResult {
  readonly chargers: number
  readonly figures: readonly Figures[]
}

/** (a) Authorize round trips: the site with all it does, the bare echo, and ocpp-rpc in strict mode. */
export async function benchAuthorize(bench: Bench): Promise<AuthorizeResult[]> {
  const { load, rounds, seconds } = bench
  const servers = {
    site: await bench.site('chargehand'),
    echo: await bench.server('bare echo', 'echo'),
    other: await bench.server('ocpp-rpc strict', 'ocppRpc'),
  }
  const results: AuthorizeResult[] = []
  for (const chargers of bench.fleetSizes) {
    const figures = await runRounds({
      load,
      contestants: [
        { server: servers.site, answering: 'result' },
        { server: servers.echo, answering: 'echo' },
        { server: servers.other, answering: 'result' },
      ],
      work: 'authorize',
      chargers,
      rounds,
      seconds,
      reference: servers.echo.name,
    })
    results.push({ chargers, figures })
  }
  for (const server of Object.values(servers)) await server.end()
  return results
}
