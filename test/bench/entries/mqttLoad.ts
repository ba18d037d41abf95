import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { type LoadDevice, openPublisher, openSubscriber } from '../load/rawMqtt'
import type { MqttLoadAnswer, MqttLoadRequest } from '../messages'
import { serveParent } from '../serveParent'

/** Where a broker is, and who may use it: as it wrote it down. */
export interface MqttPlace {
  readonly port: number
  readonly ca: string
  readonly publishers: readonly LoadDevice[]
  readonly subscribers: readonly LoadDevice[]
}

// Pairs of devices, each with a topic of its own: one publishes, the other reads.
const places = new Map<string, Awaited<ReturnType<typeof openPlace>>>()

async function openPlace(file: string) {
  const place: MqttPlace = JSON.parse(readFileSync(file, 'utf8'))
  const topic = (index: number) => `bench/${index}`
  const subscribers = await Promise.all(
    place.subscribers.map((device, index) => openSubscriber(place, device, topic(index))),
  )
  const publishers = await Promise.all(
    place.publishers.map((device, index) => openPublisher(place, device, topic(index))),
  )
  return { publishers, subscribers }
}

serveParent<MqttLoadRequest, MqttLoadAnswer>(async ({ file, seconds }) => {
  const { publishers, subscribers } = places.get(file) ?? (await openPlace(file))
  places.set(file, { publishers, subscribers })
  const count = () => subscribers.reduce((sum, { seen }) => sum + seen.messages, 0)
  for (const { seen } of subscribers) seen.histogram.reset()
  const before = count()
  const began = performance.now()
  const utilization = performance.eventLoopUtilization()
  for (const publisher of publishers) publisher.start()
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  for (const publisher of publishers) publisher.stop()
  const messages = count() - before
  const took = (performance.now() - began) / 1_000
  return {
    messages,
    seconds: took,
    p99Ms: Math.max(...subscribers.map(({ seen }) => seen.histogram.percentile(99))) / 1e6,
    busy: performance.eventLoopUtilization(utilization).utilization,
  }
})
