import type { IdToken } from '@shared/ocpp/idToken'
import { type Charger, createCharger } from './charger'
import { pastVisits } from './demoPast'
import { type Cancel, type Environment, realEnvironment } from './environment'
import type { ChargerOptions } from './options'

export interface DemoFleetOptions {
  /** Base of the server's address, as for a single charger. */
  readonly url: string
  /** O of certificate requests. */
  readonly organisation: string
  /** Cards the site knows; each charger prefers another one. At least one. */
  readonly cards: readonly IdToken[]
  /** The card nobody knows, presented now and then. */
  readonly unknownCard?: IdToken
  /** Makes the pauses of the people in front of the chargers shorter or longer; 1 is the calm of a small site. */
  readonly pace?: number
  /** Of how many days before the chargers have something to tell; default 0. */
  readonly pastDays?: number
  readonly environment?: Partial<Environment>
}

export interface DemoFleet {
  readonly chargers: readonly Charger[]
  readonly start: () => void
  /** Closes every socket and every timer. */
  readonly stop: () => Promise<void>
}

interface Cast {
  readonly options: Omit<ChargerOptions, 'url'>
  /** Seconds after being let in. */
  readonly asksForCertificateAfter?: number
  readonly raisesSecurityEventAfter?: number
  /** Every how many visits, from the first one on, somebody with an unknown card comes before the visitor. */
  readonly strangerEvery?: number
}

const UNKNOWN_CARD: IdToken = { value: '04C0FFEE7712AB', type: 'ISO14443' }

const CAST: readonly Cast[] = [
  {
    options: {
      identity: 'DEMO-WALL-1',
      version: '1.6',
      vendor: 'Nordvolt',
      model: 'Wall 11',
      serialNumber: 'NV11-204417',
      firmware: '3.8.1',
      powerW: 11_000,
      vehicleNeedWh: 22_000,
      registerWh: 184_220,
      keyType: 'RSA',
    },
    asksForCertificateAfter: 90,
    strangerEvery: 3,
  },
  {
    options: {
      identity: 'DEMO-TWIN-2',
      version: '2.0.1',
      vendor: 'Helio',
      model: 'Twin 22',
      serialNumber: 'HT22-000871',
      firmware: '2024.11.2',
      evses: 2,
      powerW: 22_000,
      vehicleNeedWh: 38_000,
      registerWh: 1_027_655,
    },
    asksForCertificateAfter: 8,
  },
  {
    options: {
      identity: 'DEMO-POST-3',
      version: '2.0.1',
      vendor: 'Ampere Works',
      model: 'Post M',
      serialNumber: 'AWP-77120',
      firmware: '1.12.0',
      powerW: 7_400,
      phases: 1,
      vehicleNeedWh: 15_000,
      registerWh: 56_310,
    },
    asksForCertificateAfter: 45,
    raisesSecurityEventAfter: 60,
  },
]

/**
 * Three virtual chargers with people in front of them: they boot, wait to be let in, and then live by themselves. Their
 * meters run with the clock, so that energy over time never shows a power that no charger has.
 */
export function createDemoFleet(options: DemoFleetOptions): DemoFleet {
  const environment: Environment = { ...realEnvironment, ...options.environment }
  const chargers = CAST.map(({ options: own }) =>
    createCharger({
      ...own,
      url: options.url,
      organisation: options.organisation,
      meterIntervalSeconds: 5,
      bootRetrySeconds: 10,
      backOff: { firstSeconds: 1, randomSeconds: 2, doublings: 3 },
      environment,
    }),
  )
  let scene: Scene | null = null
  return {
    chargers,
    start: () => {
      if (scene) return
      scene = new Scene(environment, options.pace ?? 1)
      for (const [index, charger] of chargers.entries()) {
        charger.start()
        const cast = CAST[index]
        if (cast) void play(scene, charger, cast, index, options)
      }
    },
    stop: async () => {
      scene?.end()
      scene = null
      await Promise.all(chargers.map((charger) => charger.stop()))
    },
  }
}

/** Lets the people rest; owns their timers. When it ends nobody wakes up any more. */
class Scene {
  readonly #environment: Environment
  readonly #pace: number
  readonly #resting = new Map<() => void, Cancel>()
  over = false

  constructor(environment: Environment, pace: number) {
    this.#environment = environment
    this.#pace = pace
  }

  /** Resolves after a random time between the two, or at once when the scene is over. */
  rest(leastSeconds: number, mostSeconds: number): Promise<void> {
    if (this.over) return Promise.resolve()
    const seconds = leastSeconds + this.#environment.random() * (mostSeconds - leastSeconds)
    return new Promise((resolve) => {
      const wake = () => {
        this.#resting.delete(wake)
        resolve()
      }
      this.#resting.set(wake, this.#environment.after(seconds * this.#pace * 1000, wake))
    })
  }

  end(): void {
    this.over = true
    for (const [wake, cancel] of [...this.#resting]) {
      cancel()
      wake()
    }
  }
}

async function play(scene: Scene, charger: Charger, cast: Cast, index: number, options: DemoFleetOptions) {
  const letIn = await charger
    .waitFor('booted', ({ status }) => status === 'Accepted', { from: 'history', timeoutSeconds: Infinity })
    // The fleet was stopped before anybody let it in.
    .catch(() => null)
  if (!letIn) return
  await tellOfBefore(scene, charger, options)
  const acts = charger.evses.map(({ id }) => visits(scene, charger, id, index + id - 1, cast, options))
  await Promise.all([...acts, certificate(scene, charger, cast), incident(scene, charger, cast)])
}

/** The charger was there before the server was: it tells of those who charged meanwhile, and has the time to. */
async function tellOfBefore(scene: Scene, charger: Charger, { cards, pastDays = 0, environment }: DemoFleetOptions) {
  const { now, random } = { ...realEnvironment, ...environment }
  const visits = charger.evses.flatMap(({ id }) =>
    pastVisits({ days: pastDays, now: now(), random, cards }).map((visit) => ({ id, visit })),
  )
  visits.sort((one, other) => one.visit.startedAt.getTime() - other.visit.startedAt.getTime())
  for (const { id, visit } of visits) {
    if (scene.over) return
    await charger.tellPastSession(id, visit)
  }
}

async function visits(
  scene: Scene,
  charger: Charger,
  evseId: number,
  seat: number,
  { strangerEvery }: Cast,
  { cards, unknownCard = UNKNOWN_CARD }: DemoFleetOptions,
) {
  // One after the other, so that the first minute has something to see without everything happening at once.
  await scene.rest(2 + seat * 4, 4 + seat * 6)
  for (let visit = 0; !scene.over; visit += 1) {
    if (strangerEvery && visit % strangerEvery === 0) {
      const stranger = await charger.presentCard(evseId, unknownCard)
      await scene.rest(8, 15)
      // Enrolled meanwhile: then it is a visitor like any other, and leaves after a while.
      if (stranger.outcome === 'started') {
        await scene.rest(60, 120)
        await charger.presentCard(evseId, unknownCard)
      }
    }
    const card = cards[(seat + visit) % cards.length]
    if (card && !scene.over) await oneVisit(scene, charger, evseId, card)
    await scene.rest(25, 60)
  }
}

async function oneVisit(scene: Scene, charger: Charger, evseId: number, card: IdToken) {
  const { outcome } = await charger.presentCard(evseId, card)
  if (outcome !== 'started') return
  await scene.rest(50, 110)
  charger.pauseCharging(evseId)
  await scene.rest(8, 15)
  charger.resumeCharging(evseId)
  await scene.rest(50, 110)
  // The session may have ended by command; presenting the card again would then start another one.
  if (!scene.over && charger.evses.find(({ id }) => id === evseId)?.session) await charger.presentCard(evseId, card)
}

async function certificate(scene: Scene, charger: Charger, { asksForCertificateAfter }: Cast) {
  if (asksForCertificateAfter === undefined) return
  await scene.rest(asksForCertificateAfter, asksForCertificateAfter)
  if (!scene.over && !charger.certificate) await charger.requestCertificate()
}

async function incident(scene: Scene, charger: Charger, { raisesSecurityEventAfter }: Cast) {
  if (raisesSecurityEventAfter === undefined) return
  await scene.rest(raisesSecurityEventAfter, raisesSecurityEventAfter)
  if (!scene.over) await charger.sendSecurityEvent('TamperDetectionActivated', 'The housing was opened')
}
