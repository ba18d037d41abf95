import type { Bench } from '../bench'
import { startBuiltProgram } from '../builtProgram'
import { openRawCharger } from '../load/rawCharger'
import { median } from '../median'
import { stationIdentity } from '../population'
import { residentMiB } from '../resident'

export interface StartUpResult {
  /** From the start of the process to its ready line, chargers' and console's ports open. */
  readonly listeningMs: number
  /** Resident memory in MiB; null where the system does not tell. */
  readonly atRestMiB: number | null
  readonly connected: number
  readonly connectedMiB: number | null
}

/** Chargers that call from one loopback address: the program's own limit a source stays in force. */
const CHARGERS_AN_ADDRESS = 100
const CONNECTED = 1_000
/** Long enough for what runs once after the start to be over. */
const REST_MS = 2_000

/** (c) The built program itself: how soon it listens, and what it holds with nobody and with a thousand connected. */
export async function benchStartUp(bench: Bench): Promise<StartUpResult> {
  const site = await bench.site('start-up')
  await site.end()
  const times: number[] = []
  for (let round = 0; round < bench.rounds; round++) {
    const program = await startBuiltProgram(bench, site.folder)
    times.push(program.listeningMs)
    await program.end()
  }

  const program = await startBuiltProgram(bench, site.folder)
  await rest()
  const atRestMiB = residentMiB(program.pid)
  // Other loopback addresses than 127.0.0.1 exist on Linux only; elsewhere the limit a source holds.
  const connected =
    process.platform === 'linux' ? Math.min(CONNECTED, Math.max(...bench.fleetSizes)) : CHARGERS_AN_ADDRESS
  const lost: string[] = []
  const chargers = []
  for (let index = 0; index < connected; index++) {
    const charger = await openRawCharger({
      url: program.url,
      identity: stationIdentity(index),
      protocol: index % 2 === 0 ? 'ocpp2.0.1' : 'ocpp1.6',
      localAddress: `127.0.0.${1 + Math.floor(index / CHARGERS_AN_ADDRESS)}`,
      onText: () => {},
      onLost: (reason) => lost.push(reason),
    })
    chargers.push(charger)
  }
  await rest()
  const connectedMiB = residentMiB(program.pid)
  if (lost.length > 0) throw new Error(`${lost.length} chargers were dropped: ${lost[0]}`)
  for (const charger of chargers) charger.close()
  await program.end()
  return { listeningMs: median(times), atRestMiB, connected, connectedMiB }
}

const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS))
