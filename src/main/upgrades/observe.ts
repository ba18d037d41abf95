import type { StationCommand } from '@shared/commands'
import { ofWholeStation } from '@shared/ocpp/variable'
import type { Access } from '../access/access'
import type { SiteAuthority } from '../ca/siteAuthority'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { Stations } from '../stations/stations'
import type { ReadDb } from '../store/handles'
import { addressKeys, newestRequestOf } from '../store/queries/upgrades'
import { variableRow } from '../store/queries/variables'
import { type Facts, type Step, type StepData, settingCommand } from './facts'
import { listsRoot } from './installedRoots'
import type { UpgradeLimits } from './limits'
import { stepsOfLeg, type UpgradeRecord } from './record'
import { toldAt } from './standing'

export interface ObserverDeps {
  readonly read: ReadDb
  readonly clock: Clock
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly access: Pick<Access, 'of'>
  readonly commands: Pick<Commands, 'view'>
  readonly authority: Pick<SiteAuthority, 'certificatePem'>
  readonly organisation: () => string
  /** Whether the station has been served once since it connected. */
  readonly isReady: (stationId: number) => boolean
  /** The port that is listened on with TLS; null where none is. */
  readonly tlsPort: () => number | null
  readonly limits: UpgradeLimits
}

/** Looks up everything that a step is judged by. */
export function createObserver(deps: ObserverDeps): (upgrade: UpgradeRecord, step: Step) => Facts {
  const { read, clock, stations, access, commands, authority, limits } = deps

  const switchedAt = (leg: readonly Step[]): number | null => {
    const step = leg.find((each) => each.step === 'restart' || each.step === 'security-profile')
    if (!step) return null
    const command = step.commandId === null ? undefined : commands.view(step.commandId)
    return toldAt(step, command, clock())
  }

  return (upgrade, step) => {
    const { stationId, protocol } = upgrade
    const leg = stepsOfLeg(upgrade, step)
    const learned: StepData = Object.assign({}, ...leg.map(({ data }) => data))
    const live = stations.connection(stationId)
    const { profile, hasCertificate } = access.of(stationId)
    const tlsPort = deps.tlsPort()
    const origin = live && new URL(live.httpOrigin)
    return {
      now: clock(),
      protocol,
      from: profile,
      online: live ? { since: live.since, withTls: live.transport === 'wss', ready: deps.isReady(stationId) } : null,
      bootedAt: stations.record(stationId)?.row.booted_at ?? null,
      command: (step.commandId === null ? undefined : commands.view(step.commandId)) ?? null,
      plainUrl: origin ? `ws://${origin.host}` : null,
      secureUrl: origin && tlsPort !== null ? `wss://${origin.hostname}:${tlsPort}` : null,
      rootListed: (answer) => listsRoot(answer, authority.certificatePem('root')),
      rootPem: authority.certificatePem('root'),
      organisation: deps.organisation(),
      network: upgrade.network ?? (protocol === 'ocpp2.1' ? 'Any' : 'Wired0'),
      variable: (component, name) => {
        const row = variableRow(read, stationId, ofWholeStation(component, name))
        if (!row || row.value === null) return null
        return { value: row.value, choices: row.choices === null ? [] : (JSON.parse(row.choices) as string[]) }
      },
      addressKeys: () => addressKeys(read, stationId),
      hasCertificate,
      asked: newestRequestOf(read, stationId) ?? null,
      learned,
      switchedAt: switchedAt(leg),
      whenIdle: learned.idle === 'yes',
      undo: undoOf(leg),
      limits,
    }
  }
}

/** What takes back what was changed at the station on this leg; null when nothing was. */
function undoOf(leg: readonly Step[]): StationCommand | null {
  const learned: StepData = Object.assign({}, ...leg.map(({ data }) => data))
  const said = (name: Step['step']) =>
    leg.some(({ step, commandId, data }) => step === name && (commandId !== null || data.toldAt !== undefined))
  const { before, key } = learned
  if (before === undefined) return null
  if (said('priority')) return settingCommand('OCPPCommCtrlr', 'NetworkConfigurationPriority', before)
  return said('address') && key !== undefined ? settingCommand('', key, before) : null
}
