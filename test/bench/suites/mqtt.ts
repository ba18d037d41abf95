import path from 'node:path'
import type { Bench } from '../bench'
import { type Server, startChild } from '../child'
import { median } from '../median'
import type { ConnectRequest, MqttLoadAnswer, MqttLoadRequest, PaceAnswer, PaceRequest } from '../messages'

/** One broker, with medians over the rounds. */
export interface MqttFigures {
  readonly name: string
  readonly messagesPerSecond: number
  readonly p99Ms: number
  /** Processor time of the server for one message, from its publisher to its subscriber. */
  readonly cpuMicroseconds: number
  readonly loadBusy: number
}

export interface MqttResult {
  readonly figures: readonly [MqttFigures, MqttFigures]
  /** Medians of the ratios within each round: messages a second, and processor time of a message. */
  readonly ofBare: number
  readonly ofBareByCpu: number
  /** Authorize of chargers at their pace while the broker has nothing to do, and while it is saturated. */
  readonly idle: PaceAnswer
  readonly saturated: PaceAnswer
  readonly p99OfIdle: number
}

const CHARGERS = 50
/** Between two calls of one charger, in milliseconds. */
const EVERY_MS = 500

/** (mqtt) QoS 1 over mutual TLS beside bare aedes, and what a saturated broker does to the chargers. */
export async function benchMqtt(bench: Bench): Promise<MqttResult> {
  const site = await bench.site('chargehand', ['--devices'])
  const bareFile = path.join(bench.folder, 'bare.json')
  const bare = await bench.server('bare aedes', 'mqttBare', ['--file', bareFile])
  const siteFile = path.join(site.folder, 'mqtt.json')
  const load = startChild('mqttLoad')
  try {
    const run = (file: string, seconds: number) => load.ask<MqttLoadRequest, MqttLoadAnswer>({ file, seconds })
    const measure = async (server: Server, file: string) => {
      const before = await server.cpu()
      const answer = await run(file, bench.seconds)
      return { ...answer, cpuMicroseconds: ((await server.cpu()) - before) / answer.messages }
    }
    const rounds: { site: Awaited<ReturnType<typeof measure>>; bare: Awaited<ReturnType<typeof measure>> }[] = []
    for (let round = 0; round <= bench.rounds; round += 1) {
      const measured = { site: await measure(site, siteFile), bare: await measure(bare, bareFile) }
      // The first is to warm up.
      if (round > 0) rounds.push(measured)
    }
    const figures = (name: string, which: 'site' | 'bare'): MqttFigures => ({
      name,
      messagesPerSecond: median(rounds.map((round) => round[which].messages / round[which].seconds)),
      p99Ms: median(rounds.map((round) => round[which].p99Ms)),
      cpuMicroseconds: median(rounds.map((round) => round[which].cpuMicroseconds)),
      loadBusy: median(rounds.map((round) => round[which].busy)),
    })
    await bench.load.ask<ConnectRequest, null>({
      kind: 'connect',
      fleet: site.name,
      url: site.url,
      protocol: 'ocpp2.0.1',
      chargers: CHARGERS,
      work: 'authorize',
      answering: 'result',
    })
    const pace = (seconds: number) =>
      bench.load.ask<PaceRequest, PaceAnswer>({ kind: 'pace', fleet: site.name, everyMs: EVERY_MS, seconds })
    await pace(bench.seconds)
    const seconds = bench.seconds * 3
    const idle = await pace(seconds)
    const [saturated] = await Promise.all([pace(seconds), run(siteFile, seconds)])
    await bench.load.ask({ kind: 'disconnect', fleet: site.name })
    return {
      figures: [figures('chargehand', 'site'), figures('bare aedes', 'bare')],
      ofBare: median(
        rounds.map(({ site: ours, bare: theirs }) => ours.messages / ours.seconds / (theirs.messages / theirs.seconds)),
      ),
      ofBareByCpu: median(rounds.map(({ site: ours, bare: theirs }) => theirs.cpuMicroseconds / ours.cpuMicroseconds)),
      idle,
      saturated,
      p99OfIdle: saturated.p99Ms / idle.p99Ms,
    }
  } finally {
    await load.end()
    await Promise.all([site.end(), bare.end()])
  }
}
