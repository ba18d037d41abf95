import type { StationCommandInput } from '@shared/commands'
import type { Changes } from '../changes'
import type { Commands } from '../commands/commands'
import type { Stations } from '../stations/stations'
import type { Access } from './access'

export type RotationOutcome =
  /** The station is told; what it answers is in the command, and decides which password counts. */
  | { readonly kind: 'sent'; readonly commandId: number }
  /** Nothing was changed. */
  | { readonly kind: 'offline' | 'no-password' | 'not-possible' }

/** Gives a station a new password by a command of its own version (A01; 1.6 security A01). */
export interface PasswordRotation {
  /** @throws AppError UNKNOWN_STATION */
  rotate(actor: string, stationId: number): Promise<RotationOutcome>
}

export interface RotationDeps {
  readonly access: Pick<Access, 'of' | 'setPassword' | 'settlePassword'>
  readonly commands: Pick<Commands, 'send' | 'view'>
  readonly stations: Pick<Stations, 'connection'>
  readonly changes: Changes
  readonly onFailure: (error: unknown) => void
}

/** Where each version keeps it. */
function passwordVariable(protocol: string, value: string): StationCommandInput<'set-variables'>['variables'][number] {
  const isFirst = protocol === 'ocpp1.6'
  return {
    component: isFirst ? '' : 'SecurityCtrlr',
    componentInstance: null,
    evseId: null,
    connectorId: null,
    variable: isFirst ? 'AuthorizationKey' : 'BasicAuthPassword',
    variableInstance: null,
    attribute: 'Actual',
    value,
  }
}

/**
 * Until the station's answer is known both passwords count: an answer that got lost says nothing about which of them it
 * has. Then the first connection with the new one settles it.
 */
export function createPasswordRotation({
  access,
  commands,
  stations,
  changes,
  onFailure,
}: RotationDeps): PasswordRotation {
  const settleWhenAnswered = (stationId: number, commandId: number) => {
    const { nextPasswordAt } = access.of(stationId)
    const look = () => {
      const state = commands.view(commandId)?.state
      if (state === undefined || state === 'waiting' || state === 'sent') return
      stop()
      // Another one was made since then, and the answer is not about that one.
      if (access.of(stationId).nextPasswordAt !== nextPasswordAt) return
      // `accepted` also says that it takes effect after a restart: then the old one is still in use.
      const verdict = commands.view(commandId)?.verdict
      if (state === 'accepted' && verdict === 'accepted') access.settlePassword(stationId, true).catch(onFailure)
      else if (state !== 'accepted' && state !== 'unknown') {
        access.settlePassword(stationId, false).catch(onFailure)
      }
    }
    const stop = changes.on('command', (changed) => {
      if (changed === commandId) look()
    })
    look()
  }

  return {
    async rotate(actor, stationId) {
      const protocol = stations.connection(stationId)?.protocol
      if (protocol === undefined) return { kind: 'offline' }
      const { passwordAt, coming } = access.of(stationId)
      if (passwordAt === null) return { kind: 'no-password' }
      // On its way to a higher profile it is given one by that.
      if (coming !== null) return { kind: 'not-possible' }
      const password = await access.setPassword(actor, stationId, { keepOld: true })
      const variables = [passwordVariable(protocol, password)]
      const outcome = await commands.send(actor, stationId, { name: 'set-variables', input: { variables } }, null)
      if (outcome.kind === 'sent' || outcome.kind === 'waiting') {
        settleWhenAnswered(stationId, outcome.command.id)
        return { kind: 'sent', commandId: outcome.command.id }
      }
      await access.settlePassword(stationId, false)
      return { kind: outcome.kind === 'offline' ? 'offline' : 'not-possible' }
    },
  }
}
