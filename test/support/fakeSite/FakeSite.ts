import type { BackupState } from '@shared/contract/backup'
import type { DesktopState } from '@shared/contract/desktop'
import type { PortsState } from '@shared/contract/ports'
import type { PowerPoint, SitePower } from '@shared/contract/power'
import type { Tap } from '@shared/contract/readers'
import type { SeatState } from '@shared/contract/seat'
import type { Revisions, SiteState } from '@shared/contract/site'
import type { UpdateState } from '@shared/contract/updates'
import { LiveList, LiveValue } from './live'
import {
  emptySite,
  newSite,
  sampleCards,
  sampleCertificates,
  samplePorts,
  sampleRequests,
  sampleSecurityEvents,
  sampleSessions,
  sampleStations,
  sampleUnknownCards,
} from './sample'
import { sampleUpdates } from './updates'

/** `new`: before the first run; `empty`: set up, no charger; `busy`: everything a screen has to show. */
export type FakePhase = 'new' | 'empty' | 'busy'

/** The state behind the fake router: what the real site keeps in its database, kept in lists. */
export class FakeSite {
  readonly #base: LiveValue<SiteState>
  /** No meter has told anything. */
  readonly power = new LiveValue<SitePower>({ gridW: null, solarW: null, batteryW: null, chargersW: 0, at: null })
  powerHistory: { stepMs: number; points: PowerPoint[] } = { stepMs: 60_000, points: [] }
  readonly revisions = new LiveValue<Revisions>({
    stations: 0,
    cards: 0,
    readers: 0,
    sessions: 0,
    requests: 0,
    deskRules: 0,
    tariffs: 0,
    approvers: 0,
    operators: 0,
    certificates: 0,
    events: 0,
    notices: 0,
    variables: 0,
    files: 0,
    devices: 0,
    commands: 0,
    tolerance: 0,
    security: 0,
    upgrades: 0,
    refusedCalls: 0,
  })
  /** Nobody has to sign in, unless a test says so. */
  readonly seat = new LiveValue<SeatState>({ siteName: '', locked: false, operators: [], who: null })
  readonly ports = new LiveValue<PortsState>(samplePorts)
  /** As in the window; null takes it away, as in a browser. */
  readonly desktop = new LiveValue<DesktopState | null>({ keepAwake: true, startAtLogin: false, language: 'en' })
  readonly backup = new LiveValue<BackupState>({ busy: false, plan: null, saved: null, planned: null, trial: null })
  /** Built without a release key, as long as no test says otherwise. */
  readonly updates = new LiveValue<UpdateState>(sampleUpdates)
  readonly stations
  /** Until then nobody is told that a station was added. */
  registered: Promise<void> = Promise.resolve()
  readonly running
  readonly unknownCards
  readonly taps = new LiveList<Tap>([])
  readonly requests
  readonly cards
  readonly ledger
  readonly certificates
  readonly securityEvents

  constructor(phase: FakePhase, now: number) {
    const busy = phase === 'busy'
    this.#base = new LiveValue(phase === 'new' ? newSite : emptySite)
    this.stations = new LiveList(busy ? sampleStations(now) : [])
    this.ledger = new LiveList(busy ? sampleSessions(now) : [])
    this.running = new LiveList(this.ledger.list.filter(({ state }) => state === 'running'))
    this.unknownCards = new LiveList(busy ? sampleUnknownCards(now) : [])
    this.requests = new LiveList(busy ? sampleRequests(now) : [])
    this.cards = new LiveList(busy ? sampleCards(now) : [])
    this.certificates = busy ? sampleCertificates(now) : []
    this.securityEvents = busy ? sampleSecurityEvents(now) : []
    this.#count()
  }

  get state() {
    return this.#base
  }

  /** Finishes the first run. */
  setUp(name: string, organisation: string) {
    this.#base.set({ ...emptySite, name, organisation })
  }

  /** To be called after every change of a subject: the counters of the site and its revision follow. */
  changed(subject: keyof Revisions) {
    this.#count()
    this.revisions.set({ ...this.revisions.value, [subject]: this.revisions.value[subject] + 1 })
  }

  #count() {
    const admitted = this.stations.list.filter(({ admission }) => admission === 'admitted')
    const sessions = this.ledger.list
    this.#base.set({
      ...this.#base.value,
      stations: {
        admitted: admitted.length,
        connected: admitted.filter(({ connection }) => connection.state === 'online').length,
      },
      waiting: {
        stations: this.stations.list.filter(({ admission }) => admission === 'waiting').length,
        requests: this.requests.list.filter(({ status }) => status === 'pending').length,
        unknownCards: this.unknownCards.list.length,
      },
      today: {
        powerW: sessions.reduce((sum, { powerW }) => sum + (powerW ?? 0), 0),
        energyWh: sessions.reduce((sum, { energyWh }) => sum + (energyWh ?? 0), 0),
        sessions: sessions.length,
      },
    })
  }
}
