import type { StationCommand } from '@shared/commands'
import type { Command } from '@shared/contract/commands'
import type { SecurityProfile } from '@shared/ocpp/securityProfile'
import type { Protocol } from '@shared/ocpp/station'
import type {
  HigherProfile,
  NetworkInterface,
  UpgradeProblem,
  UpgradeStepName,
  UpgradeStepState,
  UpgradeWait,
} from '@shared/ocpp/upgrade'
import { ofWholeStation } from '@shared/ocpp/variable'
import type { AskedCertificate } from '../store/queries/upgrades'
import type { UpgradeLimits } from './limits'

/** What a step has learned and needs again later. */
export type StepData = Readonly<Record<string, string>>

/** A step as it stands. */
export interface Step {
  readonly place: number
  readonly step: UpgradeStepName
  /** The profile that it leads to. */
  readonly profile: HigherProfile
  readonly state: UpgradeStepState
  /** How far it is within itself; null at its beginning. */
  readonly phase: string | null
  readonly commandId: number | null
  /** Tries without an answer. */
  readonly tries: number
  /** Since when it is at this phase, waits, or is done. */
  readonly at: number
  readonly reason: UpgradeWait | UpgradeProblem | null
  readonly data: StepData
}

/** Everything that a step is judged by. */
export interface Facts {
  readonly now: number
  readonly protocol: Protocol
  /** The profile that the station comes from. */
  readonly from: SecurityProfile
  /** How it is connected; null when it is not. */
  readonly online: {
    readonly since: number
    readonly withTls: boolean
    /** It can be told something: it has been served once. */
    readonly ready: boolean
  } | null
  readonly bootedAt: number | null
  /** The newest command of the step; null when there is none. */
  readonly command: Command | null
  /** `ws://…` under which it reaches this computer, without its identity; null while it is not connected. */
  readonly plainUrl: string | null
  /** `wss://…` of the same; null where nothing is listened for with TLS. */
  readonly secureUrl: string | null
  /** Whether the station has this site's root, by the answer to the step's command. */
  readonly rootListed: (answer: unknown) => boolean
  readonly rootPem: string
  readonly organisation: string
  readonly network: NetworkInterface
  /** A value that the station told; null where it has not. */
  readonly variable: (component: string, name: string) => { readonly value: string; readonly choices: string[] } | null
  /** 1.6: keys that hold an address and may be written. */
  readonly addressKeys: () => readonly { readonly key: string; readonly value: string }[]
  readonly hasCertificate: boolean
  readonly asked: AskedCertificate | null
  /** What the steps before have learned. */
  readonly learned: StepData
  /** When it was told to come under its new profile; null when it was not. */
  readonly switchedAt: number | null
  /** It said that it does so when it is idle. */
  readonly whenIdle: boolean
  /** What takes back what was changed at the station; null when nothing was. */
  readonly undo: StationCommand | null
  readonly limits: UpgradeLimits
}

/** What goes out to the station. */
export type Outgoing =
  | { readonly kind: 'command'; readonly command: StationCommand }
  | { readonly kind: 'action'; readonly action: string; readonly payload: Readonly<Record<string, unknown>> }

/** What is to happen to a step. */
export type Move =
  | {
      readonly do: 'send'
      readonly phase: string
      /** With a function it goes out with a new password, which is kept as a hash only. */
      readonly outgoing: Outgoing | ((password: string) => Outgoing)
      readonly data?: StepData
    }
  /** It is tried whether this computer is reached under this address with TLS. */
  | { readonly do: 'probe'; readonly url: string }
  | { readonly do: 'done'; readonly data?: StepData; readonly passwordTaken?: boolean }
  /** `until`: when it is to be judged again though nothing happened. */
  | { readonly do: 'wait'; readonly for: UpgradeWait; readonly until: number | null; readonly data?: StepData }
  | { readonly do: 'stuck'; readonly problem: UpgradeProblem; readonly data?: StepData }

export const wait = (what: UpgradeWait, until: number | null = null, data?: StepData): Move => ({
  do: 'wait',
  for: what,
  until,
  ...(data && { data }),
})
export const stuck = (problem: UpgradeProblem, data?: StepData): Move => ({
  do: 'stuck',
  problem,
  ...(data && { data }),
})
export const done = (data?: StepData): Move => ({ do: 'done', ...(data && { data }) })
export const send = (phase: string, outgoing: Extract<Move, { do: 'send' }>['outgoing'], data?: StepData): Move => ({
  do: 'send',
  phase,
  outgoing,
  ...(data && { data }),
})

/** Sets one value of a station: a 1.6 key has no component. */
export function setting(component: string, variable: string, value: string): Outgoing {
  return { kind: 'command', command: settingCommand(component, variable, value) }
}

export function settingCommand(component: string, variable: string, value: string): StationCommand {
  return { name: 'set-variables', input: { variables: [{ ...ofWholeStation(component, variable), value }] } }
}
