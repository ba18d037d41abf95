import type { Upgrade, UpgradeStart } from '@shared/contract/upgrades'
import { AppError } from '@shared/errors'
import type { HigherProfile, NetworkInterface, UpgradeStepName } from '@shared/ocpp/upgrade'
import type { Access, SetProfileOutcome } from '../access/access'
import type { SiteAuthority } from '../ca/siteAuthority'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import { createDeadlines, platformTimer, type SetTimer } from '../commands/deadlines'
import { createTurnsOf } from '../inTurns'
import type { ConnectionFacts } from '../stations/connection'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { newestUpgradeOf, newestUpgrades } from '../store/queries/upgrades'
import { createBeginning } from './beginning'
import { createDriver } from './driver'
import type { Step } from './facts'
import { createUpgradeLedger } from './ledger'
import { UPGRADE_LIMITS, type UpgradeLimits } from './limits'
import { createObserver } from './observe'
import { probeTls } from './probe'
import { currentStep, freshStep, readUpgrade, stepsOfLeg, type UpgradeRecord } from './record'
import { heardBefore } from './standing'
import { createUpgradeTurns } from './turns'
import { mayBeByHand, toUpgrade } from './view'

/** What a person's word did. `nothing-to-do`: the upgrade does not stand so, or there is none. */
export type UpgradeOutcome = { readonly kind: 'done' | 'nothing-to-do' | 'too-late' }

/** Leads stations to higher security profiles, step by step, and lets none out of sight on the way (A05). */
export interface Upgrades {
  /** Begins with each of the stations, or says why not. @throws AppError UNKNOWN_STATION */
  start(
    actor: string,
    stationIds: readonly number[],
    to: HigherProfile,
    network: NetworkInterface | null,
  ): Promise<UpgradeStart[]>
  /** Has the step tried again that it is stuck at. */
  retry(actor: string, stationId: number): Promise<UpgradeOutcome>
  /** A person has done at the station what the step it is stuck at should have done. */
  doneByHand(actor: string, stationId: number): Promise<UpgradeOutcome>
  /** Takes back what was changed for the profile that it is on its way to; too late once it has come back under it. */
  rollBack(actor: string, stationId: number): Promise<UpgradeOutcome>
  /** Sets a station's profile by hand, as `set` does it. Where that is done it holds, and what was under way is over. */
  setByHand(actor: string, stationId: number, set: () => Promise<SetProfileOutcome>): Promise<SetProfileOutcome>
  /** A station is connected and has been served once: it can be told something. */
  stationReady(stationId: number): void
  /** The newest of a station. @throws AppError UNKNOWN_STATION */
  of(stationId: number): Upgrade | null
  /** The newest of each station. */
  all(): Upgrade[]
  /** Those that are under way. */
  open(): Upgrade[]
  close(): Promise<void>
}

export interface UpgradesDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record' | 'connection' | 'write'>
  readonly access: Access
  readonly commands: Commands
  readonly authority: Pick<SiteAuthority, 'certificatePem'>
  readonly organisation: () => string
  /** The port that is listened on with TLS; null where none is. */
  readonly tlsPort: () => number | null
  /** Whether the port without it is open. */
  readonly hasPlain: () => boolean
  readonly onFailure: (error: unknown) => void
  readonly setTimer?: SetTimer
  /** Tries whether this computer is reached there with TLS; see `probeTls`. */
  readonly probe?: (url: string) => Promise<string | null>
  readonly limits?: Partial<UpgradeLimits>
}

export function createUpgrades(deps: UpgradesDeps): Upgrades {
  const { store, clock, changes, stations, access, commands, authority, onFailure } = deps
  const limits = { ...UPGRADE_LIMITS, ...deps.limits }
  const ledger = createUpgradeLedger({ store, clock, changes, stations, kept: limits.kept, onFailure })
  /** When a station is to be looked at though nothing happened. */
  const wakings = new Map<number, number>()
  /** The connections on which a station has been served once. */
  const ready = new Map<number, ConnectionFacts>()
  let isClosed = false

  const deadlines = createDeadlines({
    clock,
    setTimer: deps.setTimer ?? platformTimer,
    next: () => (wakings.size === 0 ? null : Math.min(...wakings.values())),
    due() {
      const now = clock()
      for (const [stationId, at] of [...wakings]) {
        if (at > now) continue
        wakings.delete(stationId)
        look(stationId)
      }
    },
  })

  const turns = createUpgradeTurns(limits.atOnce, () => {
    const waiting = ledger.all().filter((upgrade) => currentStep(upgrade)?.reason === 'turn')
    for (const { stationId } of waiting) look(stationId)
  })
  const drive = createDriver({
    clock,
    ledger,
    turns,
    stations,
    access,
    commands,
    observe: createObserver({
      ...deps,
      read: store.read,
      limits,
      isReady: (stationId) => ready.has(stationId) && ready.get(stationId) === stations.connection(stationId),
    }),
    probe: deps.probe ?? ((url) => probeTls(url, authority.certificatePem('root'))),
    wake(stationId, at) {
      if (at === null) wakings.delete(stationId)
      else wakings.set(stationId, at)
      deadlines.look()
    },
  })

  /** What is done with a station, one thing after the other. */
  const { inTurn, settled } = createTurnsOf<number>()
  /** Stations that will be looked at anyway. */
  const wanted = new Set<number>()
  const look = (stationId: number) => {
    if (isClosed || wanted.has(stationId) || !ledger.get(stationId)) return
    wanted.add(stationId)
    inTurn(stationId, async () => {
      wanted.delete(stationId)
      while (!isClosed && (await drive(stationId)));
    }).catch(onFailure)
  }

  const lookAtThoseAt = (step: UpgradeStepName) => {
    for (const upgrade of ledger.all()) if (currentStep(upgrade)?.step === step) look(upgrade.stationId)
  }
  const stopListening = [
    changes.on('security', look),
    changes.on('station', look),
    changes.on('command', (commandId) => {
      const found = ledger.all().find((upgrade) => currentStep(upgrade)?.commandId === commandId)
      if (found) look(found.stationId)
    }),
    ...(['request', 'certificate'] as const).map((subject) => changes.on(subject, () => lookAtThoseAt('certificate'))),
    // The port with TLS may be there now.
    changes.on('site', () => lookAtThoseAt('tls-port')),
  ]
  for (const { stationId } of ledger.all()) look(stationId)

  const existing = (stationId: number) => {
    const record = stations.record(stationId)
    if (!record) throw new AppError('UNKNOWN_STATION')
    return record
  }

  const begin = createBeginning({ ...deps, ledger })

  /** A person's word about the step that it is at. */
  const said = (
    stationId: number,
    what: (upgrade: UpgradeRecord) => Promise<UpgradeOutcome>,
  ): Promise<UpgradeOutcome> => {
    existing(stationId)
    const outcome = inTurn(stationId, async () => {
      const upgrade = ledger.get(stationId)
      return upgrade ? what(upgrade) : { kind: 'nothing-to-do' as const }
    })
    void outcome.then(
      () => look(stationId),
      () => {},
    )
    return outcome
  }

  const view = (upgrade: UpgradeRecord): Upgrade =>
    toUpgrade(upgrade, existing(upgrade.stationId), access.of(upgrade.stationId))

  return {
    async start(actor, stationIds, to, network) {
      for (const stationId of stationIds) existing(stationId)
      // Together, for one commit: a thousand one after the other would take a thousand.
      return Promise.all(
        [...new Set(stationIds)].map(async (stationId) => {
          const outcome = await inTurn(stationId, () => begin(actor, existing(stationId), to, network))
          look(stationId)
          return outcome
        }),
      )
    },

    retry: (actor, stationId) =>
      said(stationId, async (upgrade) => {
        const step = currentStep(upgrade)
        if (step?.state !== 'stuck') return { kind: 'nothing-to-do' }
        // It was told to go and did not arrive: it is told once more.
        const telling = step.step === 'return' ? ['priority', 'restart', 'security-profile'] : []
        const anew = stepsOfLeg(upgrade, step).filter(
          // An order that somebody has set by hand is left alone.
          (each) => telling.includes(each.step) && (each.step !== 'priority' || each.state === 'done'),
        )
        const at = clock()
        const again = (each: Step): Step => {
          const command = each.commandId === null ? undefined : commands.view(each.commandId)
          return { ...freshStep(each, each.place, at), data: heardBefore(each, command, at) }
        }
        const steps = [
          ...anew.map(again),
          { ...again(step), state: anew.length > 0 ? ('todo' as const) : ('now' as const) },
        ]
        await ledger.decide(stationId, { actor, decision: 'retry', step: step.step, steps })
        return { kind: 'done' }
      }),

    doneByHand: (actor, stationId) =>
      said(stationId, async (upgrade) => {
        const step = currentStep(upgrade)
        if (step?.state !== 'stuck' || !mayBeByHand(step, access.of(stationId))) return { kind: 'nothing-to-do' }
        const at = clock()
        // Whoever has written the profile has also seen to it that it is used.
        const all = stepsOfLeg(upgrade, step).filter(
          (each) => each === step || (step.step === 'network-profile' && each.step === 'priority'),
        )
        const steps = all.map((each) => ({ ...each, state: 'by-hand' as const, reason: null, commandId: null, at }))
        await ledger.decide(stationId, { actor, decision: 'by-hand', step: step.step, steps })
        return { kind: 'done' }
      }),

    rollBack: (actor, stationId) =>
      said(stationId, async (upgrade) => {
        const step = currentStep(upgrade)
        if (upgrade.state !== 'running' || !step) return { kind: 'nothing-to-do' }
        if (access.of(stationId).profile >= step.profile) return { kind: 'too-late' }
        const undo = freshStep({ step: 'undo', profile: step.profile }, upgrade.steps.length, clock())
        const state = 'rolling-back'
        await ledger.decide(stationId, { actor, decision: 'roll-back', step: step.step, steps: [undo], state })
        return { kind: 'done' }
      }),

    setByHand: (actor, stationId, set) =>
      inTurn(stationId, async () => {
        const outcome = await set()
        if (outcome.kind !== 'saved') return outcome
        await ledger.end(stationId, actor, 'replaced')
        turns.give(stationId)
        return outcome
      }),

    stationReady(stationId) {
      const live = stations.connection(stationId)
      if (live) ready.set(stationId, live)
      look(stationId)
    },

    of(stationId) {
      existing(stationId)
      const under = ledger.get(stationId)
      if (under) return view(under)
      const row = newestUpgradeOf(store.read, stationId)
      return row ? view(readUpgrade(store.read, row)) : null
    },
    all: () =>
      newestUpgrades(store.read).map((row) => view(ledger.get(row.station_id) ?? readUpgrade(store.read, row))),
    open: () => ledger.all().map(view),

    async close() {
      isClosed = true
      deadlines.close()
      for (const stop of stopListening) stop()
      await settled()
    },
  }
}
