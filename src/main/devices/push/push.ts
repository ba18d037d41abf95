import { SITE_TOPICS } from '@shared/devices/pushMessage'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { Sessions } from '../../sessions/sessions'
import type { Store } from '../../store/open'
import { type NewestIds, newestIds } from '../../store/queries/pushNews'
import { REGISTRY, type Subscriptions } from '../subscriptions'
import { type AudienceDeps, createAudience, type Discovery } from './audience'
import { discoveryOf, isDiscoveryTopic } from './discovery'
import { connectionNews, newsAfter, sessionNews } from './news'
import { type Standing, type StandingsDeps, standingsNow } from './standings'

export interface PushDeps extends AudienceDeps, StandingsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly sessions: Pick<Sessions, 'view' | 'running'>
  readonly subscriptions: Pick<Subscriptions, 'clientsFor' | 'any' | 'onChanged'>
  /** Topics on which something is retained that this site published. */
  readonly retained: () => readonly string[]
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
  readonly type: Standing['type']
  readonly discovery: Discovery
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
  const { store, clock, changes, sessions, subscriptions, onFailure } = deps
  const limits = { ...PUSH_LIMITS, ...deps.limits }
  const audience = createAudience(deps)
  const { tell } = audience
  const changed = { sessions: new Set<number>(), states: false, news: false }
  let baseline: Baseline | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const about = (deviceId: string, deviceType: Standing['type']) => ({
    deviceId,
    deviceType,
    at: new Date(clock()).toISOString(),
  })
  const status = (deviceId: string, { report, type }: Standing) =>
    ({ pushType: 'DEVICE_STATUS', ...about(deviceId, type), report }) as const

  const discoveryFor = (deviceId: string, { report, type }: Standing): Discovery => {
    if (!deps.homeAssistant || type !== 'charger') return new Map()
    return new Map(discoveryOf(deviceId, report).map(({ topic, config }) => [topic, JSON.stringify(config)]))
  }
  const toTold = (deviceId: string, standing: Standing): Told => ({
    alias: standing.report.alias,
    connected: standing.report.connected,
    report: JSON.stringify(standing.report),
    type: standing.type,
    discovery: discoveryFor(deviceId, standing),
  })
  const takeBaseline = (): Baseline => ({
    ids: newestIds(store.read),
    known: new Map([...standingsNow(deps)].map(([deviceId, standing]) => [deviceId, toTold(deviceId, standing)])),
    running: new Set(sessions.running().map(({ id }) => id)),
  })

  const tellChanged = (deviceId: string, standing: Standing, before: Told | undefined, now: Told) => {
    const { alias, connected, type } = now
    const whose = about(deviceId, type)
    if (!before) tell('push', REGISTRY, { pushType: 'DEVICE_REGISTERED', ...whose, alias })
    else {
      if (before.alias !== alias) tell('push', REGISTRY, { pushType: 'DEVICE_ALIAS_CHANGED', ...whose, alias })
      if (before.connected !== connected) tell('push', deviceId, connectionNews(deviceId, type, connected, clock()))
    }
    if (before?.report !== now.report) tell('event', deviceId, status(deviceId, standing))
    audience.discover(now.discovery, before?.discovery)
  }
  const tellGone = (deviceId: string, { alias, type, discovery }: Told) => {
    tell('push', REGISTRY, { pushType: 'DEVICE_UNREGISTERED', ...about(deviceId, type), alias })
    if (audience.readsSite()) audience.clear(SITE_TOPICS.state(deviceId))
    for (const topic of discovery.keys()) audience.clear(topic)
  }
  const tellStates = ({ known }: Baseline) => {
    const now = standingsNow(deps)
    for (const [deviceId, standing] of now) {
      const before = known.get(deviceId)
      const told = toTold(deviceId, standing)
      known.set(deviceId, told)
      tellChanged(deviceId, standing, before, told)
    }
    for (const [deviceId, told] of known) {
      if (now.has(deviceId)) continue
      known.delete(deviceId)
      tellGone(deviceId, told)
    }
  }

  const tellSessions = (from: Baseline) => {
    let newest = from.ids.session
    for (const id of [...changed.sessions].slice(0, limits.sessionsAtOnce)) {
      changed.sessions.delete(id)
      const session = sessions.view(id)
      if (!session) continue
      const isNew = id > from.ids.session
      newest = Math.max(newest, id)
      const { stationIdentity, state } = session
      if (isNew) tell('push', stationIdentity, sessionNews('SESSION_STARTED', session, clock()))
      if (state === 'running') from.running.add(id)
      else if (from.running.delete(id) || isNew) {
        tell('push', stationIdentity, sessionNews('SESSION_ENDED', session, clock()))
      }
    }
    from.ids = { ...from.ids, session: newest }
  }

  /** @returns whether there may be more */
  const tellNews = (from: Baseline): boolean => {
    const found = newsAfter(store.read, from.ids)
    if (found === null) return false
    for (const message of found.messages) tell('push', message.deviceId, message)
    from.ids = found.ids
    return true
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

  /** The states of all, for those who read the site's topics from now on. */
  const tellSite = () => {
    for (const [deviceId, standing] of standingsNow(deps)) {
      audience.tellSite(status(deviceId, standing))
      audience.discover(discoveryFor(deviceId, standing))
    }
  }
  /** Begins to follow what changes, or stops, as somebody wants to be told or nobody does. */
  const recheck = () => {
    const isSiteNew = audience.lookAgain()
    if (!audience.isThere()) {
      baseline = null
      changed.sessions.clear()
      return
    }
    baseline ??= takeBaseline()
    if (isSiteNew) tellSite()
  }

  /** Who asks for the state gets it, and does not wait for the next change. */
  const answerWith = (clientId: string, target: string, standing: Standing) => {
    const report = JSON.stringify(standing.report)
    const known = baseline?.known.get(target)
    if (!baseline || !known || known.report === report) {
      audience.tellOne(clientId, status(target, standing))
      return
    }
    // It has changed a moment ago: all are told that now, or this one would be told the same again.
    baseline.known.set(target, { ...known, report })
    tell('event', target, status(target, standing))
  }

  const note = (change: () => void) => {
    if (!baseline) return
    change()
    soon()
  }
  const noteStates = () => {
    changed.states = true
  }
  const noteNews = () => {
    changed.news = true
  }
  const stops = [
    changes.on('station', () => note(noteStates)),
    changes.on('session', (id) =>
      note(() => {
        changed.sessions.add(id)
        noteStates()
      }),
    ),
    changes.on('event', () => note(noteNews)),
    changes.on('request', () => note(noteNews)),
    changes.on('device', () => {
      recheck()
      note(noteStates)
    }),
    subscriptions.onChanged((clientId, kind, target) => {
      recheck()
      const isWanted = kind === 'event' && subscriptions.clientsFor(kind, target).includes(clientId)
      const standing = isWanted ? standingsNow(deps).get(target) : undefined
      if (standing) answerWith(clientId, target, standing)
    }),
  ]

  /** Takes back what an earlier run has told of chargers and devices that have gone since, or that nobody asks for now. */
  const clearStale = () => {
    const told = new Set<string>()
    for (const [deviceId, standing] of standingsNow(deps)) {
      if (audience.readsSite()) told.add(SITE_TOPICS.state(deviceId))
      for (const topic of discoveryFor(deviceId, standing).keys()) told.add(topic)
    }
    for (const topic of deps.retained()) {
      const isOurs = topic.startsWith(SITE_TOPICS.state('')) || isDiscoveryTopic(topic)
      if (isOurs && !told.has(topic)) audience.clear(topic)
    }
  }

  recheck()
  clearStale()
  if (audience.readsSite()) tellSite()

  return {
    close() {
      closed = true
      clearTimeout(timer)
      for (const stop of stops) stop()
    },
  }
}
