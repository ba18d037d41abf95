import type { UpgradeState } from '@shared/ocpp/upgrade'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import { appendAudit } from '../store/queries/events'
import { openUpgrades, saveUpgradeStep, setUpgradeState, trimUpgrades } from '../store/queries/upgrades'
import type { Step } from './facts'
import { readUpgrade, toStepRow, type UpgradeRecord } from './record'

/** A person's word about the step that an upgrade is at. */
export interface Decided {
  readonly actor: string
  readonly decision: 'retry' | 'by-hand' | 'roll-back'
  readonly step: Step['step']
  /** As they stand from then on. */
  readonly steps: readonly Step[]
  /** As the upgrade stands from then on, where that changes. */
  readonly state?: UpgradeState
}

/** The upgrades under way, in memory and on disk: what is changed here is on disk when it resolves. */
export interface UpgradeLedger {
  get(stationId: number): UpgradeRecord | undefined
  all(): readonly UpgradeRecord[]
  /** Takes in one that has just been stored. */
  add(upgrade: UpgradeRecord): void
  /** Writes a step; one that is unchanged is not written. */
  save(stationId: number, ...steps: readonly Step[]): Promise<void>
  /** What a person decided about the step that it is at: kept with what comes of it, and who it was. */
  decide(stationId: number, decided: Decided): Promise<void>
  /** It is over. @param actor in whose name */
  end(stationId: number, actor: string, state: UpgradeState): Promise<void>
}

export function createUpgradeLedger(deps: {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record'>
  readonly kept: number
  readonly onFailure: (error: unknown) => void
}): UpgradeLedger {
  const { store, clock, changes, stations } = deps
  const open = new Map(openUpgrades(store.read).map((row) => [row.station_id, readUpgrade(store.read, row)]))
  store.writer.write((db) => trimUpgrades(db, deps.kept)).catch(deps.onFailure)

  const changed = (stationId: number, change: (upgrade: UpgradeRecord) => UpgradeRecord) => {
    const upgrade = open.get(stationId)
    if (upgrade) open.set(stationId, change(upgrade))
    changes.emit('upgrade', stationId)
  }

  const withSteps = (upgrade: UpgradeRecord, fresh: readonly Step[]): UpgradeRecord => {
    const steps = [...upgrade.steps]
    for (const step of fresh) steps[step.place] = step
    return { ...upgrade, steps }
  }

  return {
    get: (stationId) => open.get(stationId),
    all: () => [...open.values()],
    add(upgrade) {
      open.set(upgrade.stationId, upgrade)
      changes.emit('upgrade', upgrade.stationId)
    },
    async save(stationId, ...steps) {
      const upgrade = open.get(stationId)
      if (!upgrade) return
      const fresh = steps.filter((step) => JSON.stringify(upgrade.steps[step.place]) !== JSON.stringify(step))
      if (fresh.length === 0) return
      await store.writer.write((db) => {
        for (const step of fresh) saveUpgradeStep(db, toStepRow(upgrade.id, step))
      })
      changed(stationId, (before) => withSteps(before, fresh))
    },
    async decide(stationId, { actor, decision, step, steps, state }) {
      const upgrade = open.get(stationId)
      if (!upgrade) return
      const subject = stations.record(stationId)?.identity ?? ''
      await store.writer.write((db) => {
        for (const each of steps) saveUpgradeStep(db, toStepRow(upgrade.id, each))
        if (state) setUpgradeState(db, upgrade.id, state, null)
        appendAudit(db, { at: clock(), actor, action: 'upgrade-decided', subject, detail: { step, decision } })
      })
      changed(stationId, (before) => ({ ...withSteps(before, steps), ...(state && { state }) }))
      changes.emit('audit', 0)
    },
    async end(stationId, actor, state) {
      const upgrade = open.get(stationId)
      if (!upgrade) return
      const at = clock()
      const { id, from, to } = upgrade
      const subject = stations.record(stationId)?.identity ?? ''
      await store.writer.write((db) => {
        setUpgradeState(db, id, state, at)
        appendAudit(db, { at, actor, action: 'upgrade-ended', subject, detail: { from, to, state } })
      })
      open.delete(stationId)
      changes.emit('upgrade', stationId)
      changes.emit('audit', 0)
    },
  }
}
