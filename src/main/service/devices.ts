import { type DeviceMessage, SHOWN_PAYLOAD_MAX } from '@shared/contract/devices'
import type { ConsoleBroker } from '../devices/deviceSite'
import type { Devices } from '../devices/devices'
import type { Site } from '../site'
import { createBell, FEED_INTERVAL_MS, keyedFeed } from './feeds'
import { service } from './implementer'

/** Messages that wait for a screen; of more, the oldest are left out and counted. */
const WAITING_MAX = 50

/** Devices beside chargers, and a client of the broker for trying things. */
export function devicesService(site: Site) {
  const { deviceSite, changes, authority } = site
  const { devices, tokens } = deviceSite
  return {
    watch: service.devices.watch.handler(({ signal }) =>
      keyedFeed(
        {
          snapshot: devices.list,
          entry: devices.byId,
          listen(changed) {
            const stopRates = watchRates(devices, changed)
            const stopChanges = changes.on('device', changed)
            return () => {
              stopRates()
              stopChanges()
            }
          },
        },
        signal,
      ),
    ),
    update: service.devices.update.handler(({ input: { deviceId, ...change }, context }) =>
      devices.update(context.actor, deviceId, change),
    ),
    revoke: service.devices.revoke.handler(({ input, context }) =>
      devices.revoke(context.actor, input.deviceId, input.reason),
    ),
    remove: service.devices.remove.handler(({ input, context }) => devices.remove(context.actor, input.deviceId)),
    tokens: service.devices.tokens.handler(() => tokens.list()),
    makeToken: service.devices.makeToken.handler(({ input, context }) => {
      site.requireSetUp()
      return tokens.make(context.actor, input)
    }),
    endToken: service.devices.endToken.handler(({ input, context }) => tokens.end(context.actor, input.tokenId)),
    endpoints: service.devices.endpoints.handler(() => {
      const { listeners } = site.state()
      const reached = (scheme: string) =>
        listeners
          .filter(({ url }) => url.startsWith(scheme))
          .flatMap(({ url, reachableAt }) => (reachableAt.length === 0 ? [url] : reachableAt))
      const secure = reached('wss:')
      return {
        api: secure.map((url) => url.replace(/^wss:/, 'https:')),
        mqtt: secure.map((url) => url.replace(/^wss:/, 'mqtts:')),
        mqttAlone: reached('mqtts:'),
        rootPem: authority.certificatePem('root'),
      }
    }),
    listen: service.devices.listen.handler(({ input, signal }) => messages(deviceSite.broker(), input.filter, signal)),
    publish: service.devices.publish.handler(async ({ input }) => {
      const broker = deviceSite.broker()
      if (!broker) return { kind: 'no-broker' as const }
      await broker.publish(input)
      return { kind: 'published' as const }
    }),
  }
}

/** How often a screen is told how busy devices are, in milliseconds. */
const RATES_MS = 2_000

/** Nothing is emitted for a message: a screen that is open looks now and then whose number of messages has changed. */
function watchRates(devices: Pick<Devices, 'rates'>, changed: (deviceId: number) => void): () => void {
  let before = devices.rates()
  const timer = setInterval(() => {
    const now = devices.rates()
    for (const [id, rate] of now) if ((before.get(id) ?? 0) !== rate) changed(id)
    before = now
  }, RATES_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** The messages under a filter, some at a time; a reader that is slow gets the newest, and is told how many it missed. */
async function* messages(
  broker: ConsoleBroker | null,
  filter: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<DeviceMessage, void, void> {
  const bell = createBell(signal)
  let waiting: DeviceMessage[] = []
  let leftOut = 0
  const stop = broker?.watch(filter, ({ topic, payload, retain }) => {
    const text = payload.subarray(0, SHOWN_PAYLOAD_MAX).toString('utf8')
    waiting.push({ at: Date.now(), topic, payload: text, bytes: payload.length, retained: retain, leftOut: 0 })
    if (waiting.length > WAITING_MAX) {
      waiting.shift()
      leftOut += 1
    }
    bell.ring()
  })
  try {
    while (await bell.rung()) {
      const [first, ...others] = waiting
      const missed = leftOut
      waiting = []
      leftOut = 0
      if (first) yield { ...first, leftOut: missed }
      yield* others
      if (!(await bell.pause(FEED_INTERVAL_MS))) return
    }
  } finally {
    stop?.()
  }
}
