import type { Upgrade, UpgradeStep } from '@shared/contract/upgrades'
import { UPGRADE_PROBLEMS, UPGRADE_WAITS } from '@shared/ocpp/upgrade'
import type { StationSecurity } from '../access/access'
import type { StationRecord } from '../stations/stations'
import type { Step } from './facts'
import { currentStep, stepsOfLeg, type UpgradeRecord } from './record'
import { canBeByHand } from './way'

/** An upgrade as a person sees it. */
export function toUpgrade(upgrade: UpgradeRecord, station: StationRecord, security: StationSecurity): Upgrade {
  const { stationId: id, endedAt, from, to, state } = upgrade
  const step = endedAt === null ? currentStep(upgrade) : undefined
  const isStuck = step?.state === 'stuck'
  return {
    id,
    stationIdentity: station.identity,
    stationLabel: station.row.label,
    protocol: upgrade.protocol,
    actor: upgrade.actor,
    from,
    to,
    state,
    profile: security.profile,
    coming: security.coming,
    steps: upgrade.steps.map((each) => toStep(each, addressOf(upgrade, each))),
    can: {
      retry: isStuck,
      doneByHand: isStuck && mayBeByHand(step, security),
      rollBack: step !== undefined && state === 'running',
    },
    startedAt: upgrade.startedAt,
    endedAt,
  }
}

/** The address that the steps to a profile are about; '' where none is known. */
function addressOf(upgrade: UpgradeRecord, step: Step): string {
  return stepsOfLeg(upgrade, step).findLast(({ data }) => data.url !== undefined)?.data.url ?? ''
}

function toStep({ step, profile, state, reason, data, commandId, at }: Step, url: string): UpgradeStep {
  return {
    step,
    profile,
    state,
    waits: UPGRADE_WAITS.find((each) => each === reason) ?? null,
    problem: UPGRADE_PROBLEMS.find((each) => each === reason) ?? null,
    told: data.told ?? data.problem ?? '',
    url,
    requestId: data.requestId === undefined ? null : Number(data.requestId),
    commandId,
    at,
  }
}

/**
 * Whether a person's word is enough for a step. A password that somebody typed in has to be known here as well; that a
 * port is reached by another way than this computer can try it is for a person to know, that there is none is not.
 */
export function mayBeByHand(
  { step, reason }: Pick<Step, 'step' | 'reason'>,
  { passwordAt }: Pick<StationSecurity, 'passwordAt'>,
): boolean {
  if (step === 'password') return passwordAt !== null
  return canBeByHand(step) && reason !== 'no-tls-port'
}
