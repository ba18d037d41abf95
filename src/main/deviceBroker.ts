import type { TLSSocket } from 'node:tls'
import type { Logger } from 'pino'
import type { RefusedCall, RefusedCalls } from './access/refusedCalls'
import type { Changes } from './changes'
import type { Clock } from './clock'
import type { SecureRoute } from './csms/listener/alpn'
import { clientCertificate } from './csms/listener/clientCertificate'
import { isLogged } from './csms/listener/door'
import { plainAddress } from './csms/listener/port'
import { LEFT_WITHOUT_A_WORD, tlsProblem } from './csms/listener/tlsProblem'
import { answerAwsTopics } from './devices/awsTopics'
import { openBroker } from './devices/broker/broker'
import type { BrokerLimits } from './devices/broker/limits'
import type { DeviceSite } from './devices/deviceSite'
import { createMeters, type Meters } from './devices/meters/meters'
import { createPush, type PushLimits } from './devices/push/push'
import { type Keep, openTogether } from './opened'
import type { Sessions } from './sessions/sessions'
import type { Stations } from './stations/stations'
import type { Store } from './store/open'
import { deviceByClientId } from './store/queries/devices'

/** What callers ask for who want the broker: AWS's name for MQTT with a certificate, and the registered one. */
const MQTT_PROTOCOLS = ['x-amzn-mqtt-ca', 'mqtt'] as const

/** The site's broker, how connections come to it, and what the site itself says there. */
export interface DeviceBroker {
  readonly routes: readonly SecureRoute[]
  /** Takes a connection whose TLS handshake is over. */
  take(socket: TLSSocket): void
  readonly meters: Meters
  close(): Promise<void>
}

export interface DeviceBrokerDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Stations
  readonly sessions: Sessions
  readonly deviceSite: DeviceSite
  readonly refusedCalls: Pick<RefusedCalls, 'note'>
  /** Whether Home Assistant is to find the chargers by itself. */
  readonly homeAssistant: boolean
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<BrokerLimits>
  readonly push?: Partial<PushLimits>
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** Opens the broker of a site. It is reached as soon as its routes are served. */
export function openDeviceBroker(deps: DeviceBrokerDeps): Promise<DeviceBroker> {
  return openTogether((keep) => composeBroker(deps, keep))
}

async function composeBroker(deps: DeviceBrokerDeps, keep: Keep): Promise<Omit<DeviceBroker, 'close'>> {
  const { store, clock, changes, stations, sessions, deviceSite, refusedCalls, limits, log, onFailure } = deps
  const { access, devices } = deviceSite
  /** A device is shown with its connection. */
  const cameOrWent = (clientId: string, remoteAddress: string) => {
    devices.seen(clientId, remoteAddress)
    const device = deviceByClientId(store.read, clientId)
    if (device) changes.emit('device', device.id)
  }
  const note = (
    { reason, data }: Pick<RefusedCall, 'reason' | 'data'>,
    { identity, remoteAddress }: Pick<RefusedCall, 'identity' | 'remoteAddress'>,
  ) => {
    const times = refusedCalls.note({ identity, remoteAddress, transport: 'mqtts', reason, data })
    if (isLogged(times)) log.info({ remoteAddress, client: identity, reason, times }, 'device turned away')
  }
  const broker = keep(
    await openBroker({
      store,
      clock,
      access,
      limits,
      log,
      onRefused: note,
      onLeft: (problem, from) => note(tlsProblem(problem ?? new Error(LEFT_WITHOUT_A_WORD)), from),
      onConnected: cameOrWent,
      onDisconnected: cameOrWent,
    }),
  )
  deviceSite.attach(broker)
  const take = (socket: TLSSocket) => {
    const remoteAddress = plainAddress(socket.remoteAddress)
    try {
      broker.take({ socket, remoteAddress, admission: access.admit(clientCertificate(socket)) })
    } catch (error) {
      log.error({ error, remoteAddress }, 'connection of a device could not be taken')
      socket.destroy()
    }
  }
  const meters = keep(
    createMeters({
      store,
      clock,
      changes,
      chargersW: sessions.powerW,
    }),
  )
  keep(
    createPush({
      store,
      clock,
      changes,
      stations,
      sessions,
      devices,
      subscriptions: deviceSite.subscriptions,
      publish: broker.publish,
      retained: broker.ownRetained,
      homeAssistant: deps.homeAssistant,
      onFailure,
      limits: deps.push,
    }),
  )
  broker.onMessage((topic) => topic.endsWith('/outbox'), meters.take)
  broker.onMessage((topic) => topic.startsWith('$aws/'), answerAwsTopics(deviceSite, onFailure))
  return {
    take,
    meters,
    routes: MQTT_PROTOCOLS.map((protocol) => ({ protocol, take })),
  }
}
