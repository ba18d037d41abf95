import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PROTOCOLS } from '../ocpp/station'
import {
  HIGHER_PROFILES,
  NETWORK_INTERFACES,
  UPGRADE_PROBLEMS,
  UPGRADE_REFUSALS,
  UPGRADE_STATES,
  UPGRADE_STEP_STATES,
  UPGRADE_STEPS,
  UPGRADE_WAITS,
} from '../ocpp/upgrade'
import { mayFailWith } from './errors'
import { feed, Id, Time } from './feed'
import { Profile } from './security'
import { StationRef } from './stations'

const Higher = z.literal(HIGHER_PROFILES)

/** One step on the way to a higher security profile. */
export const UpgradeStep = z.object({
  step: z.enum(UPGRADE_STEPS),
  /** The profile that it leads to. */
  profile: Higher,
  state: z.enum(UPGRADE_STEP_STATES),
  /** What it waits for; null when it does not. */
  waits: z.enum(UPGRADE_WAITS).nullable(),
  /** Why it is stuck; null when it is not. */
  problem: z.enum(UPGRADE_PROBLEMS).nullable(),
  /** The station's own words, or those of the TLS library; '' when there are none. */
  told: z.string(),
  /** The address that it is about; '' when there is none. */
  url: z.string(),
  /** The certificate request that it is about. */
  requestId: Id.nullable(),
  commandId: Id.nullable(),
  at: Time,
})
export type UpgradeStep = z.infer<typeof UpgradeStep>

/** A station on its way to a higher security profile. */
export const Upgrade = z.object({
  /** The station's number: it is on one way at a time. */
  id: Id,
  stationIdentity: z.string(),
  stationLabel: z.string(),
  protocol: z.enum(PROTOCOLS),
  actor: z.string(),
  from: Profile,
  to: Higher,
  state: z.enum(UPGRADE_STATES),
  /** The profile that it is held to now, and the one that counts beside it; null for none. */
  profile: Profile,
  coming: Profile.nullable(),
  steps: z.array(UpgradeStep),
  /** What a person may do now. */
  can: z.object({ retry: z.boolean(), doneByHand: z.boolean(), rollBack: z.boolean() }),
  startedAt: Time,
  endedAt: Time.nullable(),
})
export type Upgrade = z.infer<typeof Upgrade>

export const UpgradeStart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), stationId: Id }),
  z.object({ kind: z.literal('not-started'), stationId: Id, why: z.enum(UPGRADE_REFUSALS) }),
])
export type UpgradeStart = z.infer<typeof UpgradeStart>

/** Most stations of one call. */
const STATIONS_MAX = 1_000

const Outcome = z.object({ kind: z.enum(['done', 'nothing-to-do', 'too-late']) })

export const upgrades = {
  /** Leads stations to a higher profile, some at a time. */
  start: oc
    .route({ method: 'POST', path: '/upgrades' })
    .input(
      z.object({
        stationIds: z.array(Id).min(1).max(STATIONS_MAX),
        to: Higher,
        /** The network interface that 2.x stations are to use; null for the usual one. */
        network: z.enum(NETWORK_INTERFACES).nullable().default(null),
      }),
    )
    .output(z.array(UpgradeStart))
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),

  /** The newest of a station; null when it never was on a way. Asked again when `revisions.upgrades` grows. */
  get: oc
    .route({ method: 'GET', path: '/stations/{stationId}/upgrade' })
    .input(StationRef)
    .output(Upgrade.nullable())
    .errors(mayFailWith('UNKNOWN_STATION')),

  /** The newest of each station. Asked again when `revisions.upgrades` grows. */
  all: oc.route({ method: 'GET', path: '/upgrades' }).output(z.array(Upgrade)),

  /** Those that are under way; one that is over is removed. */
  watchOpen: oc.route({ method: 'GET', path: '/upgrades/watch' }).output(feed(Upgrade)),

  /** Has the step tried again that it is stuck at. */
  retry: oc
    .route({ method: 'POST', path: '/stations/{stationId}/upgrade/retry' })
    .input(StationRef)
    .output(Outcome)
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),

  /** Somebody has done at the station what the step it is stuck at should have done. */
  doneByHand: oc
    .route({ method: 'POST', path: '/stations/{stationId}/upgrade/done-by-hand' })
    .input(StationRef)
    .output(Outcome)
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),

  /** Takes back what was changed for the profile that it is on its way to; too late once it has come back under it. */
  rollBack: oc
    .route({ method: 'POST', path: '/stations/{stationId}/upgrade/roll-back' })
    .input(StationRef)
    .output(Outcome)
    .errors(mayFailWith('UNKNOWN_STATION', 'STORE_WRITE_FAILED')),
}
