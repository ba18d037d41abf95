import type { Session } from '@shared/contract/sessions'
import { type DeviceReport, type PushMessage, SITE_TOPICS } from '@shared/devices/pushMessage'
import { covers } from '@shared/devices/topics'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { Sessions } from '../../sessions/sessions'
import type { Stations } from '../../stations/stations'
import type { Store } from '../../store/open'
import { cardNews, type NewestIds, newestIds, requestNews, securityNews } from '../../store/queries/pushNews'
import type { Devices } from '../devices'
import { REGISTRY, type Subscriptions } from '../subscriptions'
import { discoveryOf, isDiscoveryTopic } from './discovery'
import { deviceReport, stationReport } from './report'

export interface PushDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'view' | 'viewAll'>
  readonly sessions: Pick<Sessions, 'view' | 'running' | 'catchUp'>
  readonly devices: Pick<Devices, 'list'>
  readonly subscriptions: Pick<Subscriptions, 'clientsFor' | 'any' | 'onChanged'>
  readonly publish: (message: { topic: string; payload: string; qos: 0 | 1; retain: boolean }) => Promise<void>
  /** Topics on which something is retained that this site published. */
  readonly retained: () => readonly string[]
  /** Whether Home Assistant is to find the chargers by itself. */
  readonly homeAssistant: boolean
  readonly onFailure: (error: unknown) => void
  readonly limits?: Partial<PushLimits>
}

export interface PushLimits {
  /** How long changes are gathered before they are told, in milliseconds. */
  readonly gatherMs: number
  /** Most sessions that are looked at in one go; the others follow in the next. */
  readonly sessionsAtOnce: number
}

export const PUSH_LIMITS: PushLimits = { gatherMs: 250, sessionsAtOnce: 200 }

/** Tells devices what happens on the site. */
export interface Push {
  close(): void
}

/** What was told last of a charger or device, so that only what is new is told. */
interface Told {
  readonly alias: string
  readonly connected: boolean
  readonly report: string
  readonly type: 'charger' | 'device'
  /** By which Home Assistant finds it: the messages as text, by topic. */
  readonly discovery: ReadonlyMap<string, string>
}

/** How a charger or device stands. */
interface State {
  readonly report: DeviceReport
  readonly type: Told['type']
}

/** What has been told so far. It exists only while somebody wants to be told. */
interface Baseline {
  ids: NewestIds
  readonly known: Map<string, Told>
  readonly running: Set<number>
}

/**
 * Gathers what changes and tells those who subscribed. While nobody has, it does nothing at all: the chargers' messages
 * pay for it only where somebody listens.
 */
export function createPush(deps: PushDeps): Push {
  const { store, clock, changes, stations, sessions, devices, subscriptions, onFailure } = deps
  const limits = { ...PUSH_LIMITS, ...deps.limits }
  const changed = { sessions: new Set<number>(), states: false, news: false }
  let baseline: Baseline | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const sendText = (topic: string, payload: string, retain = false) =>
    deps.publish({ topic, payload, qos: 1, retain }).catch(onFailure)
  const send = (topic: string, message: object, retain = false) => sendText(topic, JSON.stringify(message), retain)

  /** Takes back what is retained on a topic: what is about somebody who has gone. */
  const clear = (topic: string) => sendText(topic, '', true)

  /** Whether anybody may read the site's own topics. */
  const isSiteRead = () =>
    deps.homeAssistant ||
    devices.list().some(({ state, policy }) => {
      const isServed = state === 'active' || state === 'waiting'
      return isServed && policy.read.some((filter) => covers(filter, SITE_TOPICS.news) || filter.startsWith('site/'))
    })
  let siteRead = isSiteRead()

  const tell = (kind: 'push' | 'event', target: string, message: PushMessage) => {
    for (const clientId of subscriptions.clientsFor(kind, target)) send(`app/clients/${clientId}/push`, message)
    if (!siteRead) return
    // As its own message, retained for whoever comes later.
    if (message.pushType === 'DEVICE_STATUS') send(SITE_TOPICS.state(message.deviceId), message, true)
    else send(SITE_TOPICS.news, message)
  }

  const at = () => new Date(clock()).toISOString()

  const states = (): Map<string, State> => {
    const running = sessions.running()
    const found = new Map<string, State>()
    for (const station of stations.viewAll()) {
      if (station.admission === 'admitted') {
        found.set(station.identity, { report: stationReport(station, running), type: 'charger' })
      }
    }
    for (const device of devices.list()) {
      const isThere = device.state === 'active' || device.state === 'waiting'
      if (isThere) found.set(device.clientId, { report: deviceReport(device), type: 'device' })
    }
    return found
  }

  const discoveryFor = (deviceId: string, { report, type }: Pick<State, 'report' | 'type'>): Told['discovery'] => {
    if (!deps.homeAssistant || type !== 'charger') return new Map()
    return new Map(discoveryOf(deviceId, report).map(({ topic, config }) => [topic, JSON.stringify(config)]))
  }
  const toTold = (deviceId: string, state: State): Told => ({
    alias: state.report.alias,
    connected: state.report.connected,
    report: JSON.stringify(state.report),
    type: state.type,
    discovery: discoveryFor(deviceId, state),
  })

  const takeBaseline = (): Baseline => ({
    ids: newestIds(store.read),
    known: new Map([...states()].map(([deviceId, state]) => [deviceId, toTold(deviceId, state)])),
    running: new Set(sessions.running().map(({ id }) => id)),
  })

  const tellStates = (from: Baseline) => {
    const now = states()
    for (const [deviceId, state] of now) {
      const before = from.known.get(deviceId)
      const told = toTold(deviceId, state)
      from.known.set(deviceId, told)
      const about = { deviceId, deviceType: state.type, at: at() }
      const { alias } = told
      if (!before) tell('push', REGISTRY, { pushType: 'DEVICE_REGISTERED', ...about, alias })
      if (before && before.alias !== alias)
        tell('push', REGISTRY, { pushType: 'DEVICE_ALIAS_CHANGED', ...about, alias })
      if (before && before.connected !== told.connected) {
        const pushCode = told.connected ? 'CONNECTED' : 'DISCONNECTED'
        tell('push', deviceId, { pushType: 'DEVICE_PUSH', ...about, pushCode, detail: {} })
      }
      if (before?.report !== told.report) {
        tell('event', deviceId, { pushType: 'DEVICE_STATUS', ...about, report: state.report })
      }
      discover(told.discovery, before?.discovery)
    }
    for (const [deviceId, { alias, type, discovery }] of from.known) {
      if (now.has(deviceId)) continue
      from.known.delete(deviceId)
      tell('push', REGISTRY, { pushType: 'DEVICE_UNREGISTERED', deviceId, deviceType: type, at: at(), alias })
      if (siteRead) clear(SITE_TOPICS.state(deviceId))
      for (const topic of discovery.keys()) clear(topic)
    }
  }

  /** Tells what is new there, and takes back what is no more. */
  const discover = (now: Told['discovery'], before: Told['discovery'] = new Map()) => {
    for (const topic of before.keys()) if (!now.has(topic)) clear(topic)
    for (const [topic, config] of now) if (before.get(topic) !== config) sendText(topic, config, true)
  }

  const tellSessions = (from: Baseline) => {
    const ids = [...changed.sessions].slice(0, limits.sessionsAtOnce)
    let newest = from.ids.session
    for (const id of ids) {
      changed.sessions.delete(id)
      const session = sessions.view(id)
      if (!session) continue
      const isNew = id > from.ids.session
      newest = Math.max(newest, id)
      if (isNew) tell('push', session.stationIdentity, sessionNews('SESSION_STARTED', session))
      if (session.state === 'running') from.running.add(id)
      else if (from.running.delete(id) || isNew)
        tell('push', session.stationIdentity, sessionNews('SESSION_ENDED', session))
    }
    from.ids = { ...from.ids, session: newest }
  }

  const sessionNews = (pushCode: 'SESSION_STARTED' | 'SESSION_ENDED', session: Session): PushMessage => ({
    pushType: 'DEVICE_PUSH',
    deviceId: session.stationIdentity,
    deviceType: 'charger',
    at: at(),
    pushCode,
    detail: {
      transactionId: session.transactionId,
      evseId: session.evseId,
      energyWh: session.energyWh,
      reason: session.stopReason,
    },
  })

  const tellNews = (from: Baseline) => {
    const news = (
      deviceId: string,
      pushCode: 'SECURITY_EVENT' | 'CARD_REFUSED' | 'CERTIFICATE_REQUESTED',
      time: number,
      detail: Record<string, string | boolean | null>,
      deviceType: Told['type'] = 'charger',
    ) => {
      const when = new Date(time).toISOString()
      tell('push', deviceId, { pushType: 'DEVICE_PUSH', deviceId, deviceType, at: when, pushCode, detail })
    }
    const security = securityNews(store.read, from.ids.security_event)
    for (const { identity, type, critical, detail, received_at: time } of security) {
      news(identity, 'SECURITY_EVENT', time, { type, critical: critical === 1, detail })
    }
    const cards = cardNews(store.read, from.ids.authorization)
    for (const { identity, status, at: time } of cards) {
      if (status !== 'accepted') news(identity, 'CARD_REFUSED', time, { status })
    }
    const requests = requestNews(store.read, from.ids.request)
    for (const { identity, device_name: device, received_at: time } of requests) {
      const name = identity ?? device
      if (name !== null) news(name, 'CERTIFICATE_REQUESTED', time, {}, identity === null ? 'device' : 'charger')
    }
    from.ids = {
      ...from.ids,
      security_event: security.at(-1)?.id ?? from.ids.security_event,
      authorization: cards.at(-1)?.id ?? from.ids.authorization,
      request: requests.at(-1)?.id ?? from.ids.request,
    }
    return security.length + cards.length + requests.length > 0
  }

  const tellAll = () => {
    timer = undefined
    if (!baseline) return
    // Sessions before states: what has begun or ended is told before how it stands.
    if (changed.sessions.size > 0) tellSessions(baseline)
    if (changed.states) tellStates(baseline)
    changed.states = false
    const goesOn = changed.news && tellNews(baseline)
    changed.news = goesOn
    if (goesOn || changed.sessions.size > 0) soon()
  }
  const soon = () => {
    if (closed) return
    timer ??= setTimeout(() => {
      try {
        tellAll()
      } catch (error) {
        timer = undefined
        onFailure(error)
      }
    }, limits.gatherMs)
  }

  /** Begins to follow what changes, or stops, as somebody wants to be told or nobody does. */
  const recheck = () => {
    const before = siteRead
    siteRead = isSiteRead()
    const isWanted = siteRead || subscriptions.any()
    if (!isWanted) {
      baseline = null
      changed.sessions.clear()
      return
    }
    if (!baseline) baseline = takeBaseline()
    if (siteRead && !before) tellSite()
  }
  /** The states of all, for those who read the site's topics from now on. */
  const tellSite = () => {
    for (const [deviceId, state] of states()) {
      const about = { deviceId, deviceType: state.type, at: at() }
      send(SITE_TOPICS.state(deviceId), { pushType: 'DEVICE_STATUS', ...about, report: state.report }, true)
      discover(discoveryFor(deviceId, state))
    }
  }

  const stops = [
    changes.on('station', () => {
      if (!baseline) return
      changed.states = true
      soon()
    }),
    changes.on('session', (id) => {
      if (!baseline) return
      changed.sessions.add(id)
      changed.states = true
      soon()
    }),
    changes.on('event', () => {
      if (!baseline) return
      changed.news = true
      soon()
    }),
    changes.on('request', () => {
      if (!baseline) return
      changed.news = true
      soon()
    }),
    changes.on('device', () => {
      recheck()
      if (!baseline) return
      changed.states = true
      soon()
    }),
    subscriptions.onChanged((clientId, kind, target) => {
      recheck()
      // Who asks for the state gets it, and does not wait for the next change.
      const isWanted = kind === 'event' && subscriptions.clientsFor(kind, target).includes(clientId)
      const state = isWanted ? states().get(target) : undefined
      if (!state) return
      const message: PushMessage = {
        pushType: 'DEVICE_STATUS',
        deviceId: target,
        deviceType: state.type,
        at: at(),
        report: state.report,
      }
      const report = JSON.stringify(state.report)
      const known = baseline?.known.get(target)
      if (!baseline || !known || known.report === report) {
        send(`app/clients/${clientId}/push`, message)
        return
      }
      // It has changed a moment ago: all are told that now, or this one would be told the same again.
      baseline.known.set(target, { ...known, report })
      tell('event', target, message)
    }),
  ]
  /** Takes back what an earlier run has told of chargers and devices that have gone since, or that nobody asks for now. */
  const clearStale = () => {
    const told = new Set<string>()
    for (const [deviceId, state] of states()) {
      if (siteRead) told.add(SITE_TOPICS.state(deviceId))
      for (const topic of discoveryFor(deviceId, state).keys()) told.add(topic)
    }
    for (const topic of deps.retained()) {
      const isOurs = topic.startsWith(SITE_TOPICS.state('')) || isDiscoveryTopic(topic)
      if (isOurs && !told.has(topic)) clear(topic)
    }
  }

  recheck()
  clearStale()
  if (siteRead) tellSite()

  return {
    close() {
      closed = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    },
  }
}
