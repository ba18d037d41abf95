import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import type { Protocol } from '@shared/ocpp/station'
import type { HigherProfile, NetworkInterface, UpgradeState } from '@shared/ocpp/upgrade'
import type { ReadDb } from '../store/handles'
import { type UpgradeRow, type UpgradeStepRow, upgradeSteps } from '../store/queries/upgrades'
import type { Step, StepData } from './facts'

/** A station on its way to a higher profile, and the steps of that way in their order. */
export interface UpgradeRecord {
  readonly id: number
  readonly stationId: number
  readonly actor: string
  readonly from: SecurityProfile
  readonly to: HigherProfile
  readonly protocol: Protocol
  readonly network: NetworkInterface | null
  readonly state: UpgradeState
  readonly startedAt: number
  readonly endedAt: number | null
  readonly steps: readonly Step[]
}

export function readUpgrade(db: ReadDb, row: UpgradeRow): UpgradeRecord {
  return {
    id: row.id,
    stationId: row.station_id,
    actor: row.actor,
    from: row.from_profile,
    to: row.to_profile,
    protocol: row.protocol,
    network: row.network,
    state: row.state,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    steps: upgradeSteps(db, row.id).map(toStep),
  }
}

function toStep({ place, step, profile, state, phase, command_id, tries, at, reason, data }: UpgradeStepRow): Step {
  return {
    place,
    step,
    profile,
    state,
    phase,
    commandId: command_id,
    tries,
    at,
    reason: reason as Step['reason'],
    data: JSON.parse(data) as StepData,
  }
}

export function toStepRow(upgradeId: number, { commandId, data, ...step }: Step): UpgradeStepRow {
  return { ...step, upgrade_id: upgradeId, command_id: commandId, data: JSON.stringify(data) }
}

/** A step that has not begun. */
export function freshStep(planned: Pick<Step, 'step' | 'profile'>, place: number, at: number): Step {
  return { ...planned, place, state: 'todo', phase: null, commandId: null, tries: 0, at, reason: null, data: {} }
}

export function isOver({ state }: Pick<Step, 'state'>): boolean {
  return state === 'done' || state === 'by-hand'
}

/** The step that it is at; undefined when all are over. */
export function currentStep({ state, steps }: Pick<UpgradeRecord, 'state' | 'steps'>): Step | undefined {
  return steps.find((step) => !isOver(step) && (state === 'rolling-back') === (step.step === 'undo'))
}

/** The steps that lead to the same profile as the one that it is at. */
export function stepsOfLeg({ steps }: Pick<UpgradeRecord, 'steps'>, { profile }: Pick<Step, 'profile'>): Step[] {
  return steps.filter((step) => step.profile === profile && step.step !== 'undo')
}
