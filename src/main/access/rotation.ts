import type { StationCommandInput } from '@shared/commands'
import { ofWholeStation } from '@shared/ocpp/variable'
import type { Changes } from '../changes'
import type { Commands } from '../commands/commands'
import type { Stations } from '../stations/stations'
import type { Access } from './access'
import { OPEN_PASSWORDS_MAX } from './openPasswords'

export type RotationOutcome =
  /** The station is told; what it answers is in the command, and decides which password counts. */
  | { readonly kind: 'sent'; readonly commandId: number }
  /** Nothing was changed. */
  | { readonly kind: 'offline' | 'no-password' | 'not-possible' | 'too-many-open' }

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
  const name = isFirst ? ofWholeStation('', 'AuthorizationKey') : ofWholeStation('SecurityCtrlr', 'BasicAuthPassword')
  return { ...name, value }
}

/**
 * Until the station's answer is known both passwords count: an answer that got lost says nothing about which of them it
 * has. Then the first connection with the new one settles it. All that were sent without an answer count so.
 */
export function createPasswordRotation({
  access,
  commands,
  stations,
  changes,
  onFailure,
}: RotationDeps): PasswordRotation {
  const settleWhenAnswered = (stationId: number, commandId: number, at: number) => {
    const look = () => {
      const state = commands.view(commandId)?.state
      if (state === undefined || state === 'waiting' || state === 'sent') return
      stop()
      // `accepted` also says that it takes effect after a restart: then the old one is still in use.
      const verdict = commands.view(commandId)?.verdict
      if (state === 'accepted' && verdict === 'accepted') access.settlePassword(stationId, at, true).catch(onFailure)
      else if (state !== 'accepted' && state !== 'unknown') {
        access.settlePassword(stationId, at, false).catch(onFailure)
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
      const { passwordAt, coming, openPasswords } = access.of(stationId)
      if (passwordAt === null) return { kind: 'no-password' }
      // On its way to a higher profile it is given one by that.
      if (coming !== null) return { kind: 'not-possible' }
      // One more would have the oldest count no more, and that may be the one it has.
      if (openPasswords >= OPEN_PASSWORDS_MAX) return { kind: 'too-many-open' }
      const { password, at } = await access.setPassword(actor, stationId, { keepOld: true })
      const variables = [passwordVariable(protocol, password)]
      const outcome = await commands.send(actor, stationId, { name: 'set-variables', input: { variables } }, null)
      if (outcome.kind === 'sent' || outcome.kind === 'waiting') {
        settleWhenAnswered(stationId, outcome.command.id, at)
        return { kind: 'sent', commandId: outcome.command.id }
      }
      await access.settlePassword(stationId, at, false)
      return { kind: outcome.kind === 'offline' ? 'offline' : 'not-possible' }
    },
  }
}
