import { type Access, satisfies } from '../access/access'
import type { Clock } from '../clock'
import type { Commands } from '../commands/commands'
import type { Stations } from '../stations/stations'
import type { Facts, Move, Outgoing, Step, StepData } from './facts'
import { judge } from './judge'
import type { UpgradeLedger } from './ledger'
import { currentStep, isOver, stepsOfLeg, type UpgradeRecord } from './record'
import { heardBefore, standingOf } from './standing'
import type { UpgradeTurns } from './turns'
import { IMPOSSIBLE, opensDoor } from './way'

export interface DriverDeps {
  readonly clock: Clock
  readonly ledger: UpgradeLedger
  readonly turns: UpgradeTurns
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly access: Pick<Access, 'of' | 'setOut' | 'arrived' | 'turnBack' | 'setPassword' | 'settlePassword'>
  readonly commands: Pick<Commands, 'send' | 'sendAction' | 'view'>
  readonly observe: (upgrade: UpgradeRecord, step: Step) => Facts
  /** Tries whether this computer is reached there with TLS. @returns what is wrong, null for nothing */
  readonly probe: (url: string) => Promise<string | null>
  /** When the upgrade of a station is to be looked at again; null: when something happens. */
  readonly wake: (stationId: number, at: number | null) => void
}

/** Moves an upgrade on by what is known now. @returns whether there may be more to do at once */
export type Drive = (stationId: number) => Promise<boolean>

export function createDriver(deps: DriverDeps): Drive {
  const { clock, ledger, turns, stations, access, commands, observe } = deps

  /** It is under the new profile: all that led there is done, however it came about. */
  const completeLeg = async (upgrade: UpgradeRecord, step: Step) => {
    const { stationId, actor, to, state } = upgrade
    const at = clock()
    const rest = stepsOfLeg(upgrade, step).filter((each) => !isOver(each))
    await ledger.save(stationId, ...rest.map((each) => ({ ...each, state: 'done' as const, reason: null, at })))
    turns.give(stationId)
    if (step.profile === to) await ledger.end(stationId, actor, 'done')
    else if (state === 'rolling-back') await ledger.end(stationId, actor, 'rolled-back')
  }

  const tell = (actor: string, stationId: number, outgoing: Outgoing) =>
    outgoing.kind === 'command'
      ? commands.send(actor, stationId, outgoing.command, null)
      : commands.sendAction(actor, stationId, outgoing.action, outgoing.payload, null)

  /** What goes out, with a new password where it takes one; the step remembers which. */
  const worded = async (
    actor: string,
    stationId: number,
    outgoing: Extract<Move, { do: 'send' }>['outgoing'],
  ): Promise<{ said: Outgoing; made: StepData }> => {
    if (typeof outgoing !== 'function') return { said: outgoing, made: {} }
    const { password, at } = await access.setPassword(actor, stationId, { keepOld: true })
    return { said: outgoing(password), made: { passwordAt: String(at) } }
  }

  const send = async ({ actor, stationId }: UpgradeRecord, step: Step, move: Extract<Move, { do: 'send' }>) => {
    const { phase, outgoing, data } = move
    const command = step.commandId === null ? undefined : commands.view(step.commandId)
    const wasLost = command !== undefined && standingOf(command) === 'lost'
    const tries = step.phase === phase ? step.tries + (wasLost ? 1 : 0) : 1
    const at = step.phase === phase ? step.at : clock()
    const before: Step = { ...step, state: 'now', phase, commandId: null, tries, at, reason: 'answer' }
    const telling = { ...before, data: { ...step.data, ...heardBefore(step, command, clock()), ...data } }
    // Written before it goes out: a program that ends in between says it once more.
    await ledger.save(stationId, telling)
    const { said, made } = await worded(actor, stationId, outgoing)
    const going = { ...telling, data: { ...telling.data, ...made } }
    const outcome = await tell(actor, stationId, said)
    if (outcome.kind === 'not-possible' || outcome.kind === 'invalid') {
      const words = outcome.kind === 'invalid' ? outcome.problems.map(({ path }) => path).join(', ') : outcome.reason
      return ledger.save(stationId, { ...going, phase: IMPOSSIBLE, data: { ...going.data, told: words } })
    }
    return ledger.save(stationId, { ...going, commandId: outcome.command.id })
  }

  const isMoving = (move: Move) =>
    move.do === 'send' ||
    move.do === 'probe' ||
    (move.do === 'wait' && (move.for === 'answer' || move.for === 'return'))

  return async (stationId) => {
    const upgrade = ledger.get(stationId)
    const step = upgrade && currentStep(upgrade)
    if (!upgrade || !step) return false
    const { profile, coming } = access.of(stationId)
    const live = stations.connection(stationId)
    if (coming === step.profile && live && satisfies(coming, live)) {
      await access.arrived(stationId)
      await completeLeg(upgrade, step)
      return true
    }
    // The program ended between the two lines above.
    if (coming === null && profile === step.profile) {
      await completeLeg(upgrade, step)
      return true
    }
    if (upgrade.state === 'running' && opensDoor(step.step) && coming !== step.profile) {
      await access.setOut(upgrade.actor, stationId, step.profile)
    }
    const move = judge(step, observe(upgrade, step))
    deps.wake(stationId, move.do === 'wait' ? move.until : null)
    const mayMove = !isMoving(move) || turns.take(stationId)
    switch (move.do) {
      case 'send':
        if (mayMove) await send(upgrade, step, move)
        else await ledger.save(stationId, { ...step, state: 'now', reason: 'turn' })
        return mayMove
      case 'probe': {
        if (!mayMove) {
          await ledger.save(stationId, { ...step, state: 'now', reason: 'turn' })
          return false
        }
        const problem = await deps.probe(move.url)
        const data = { ...step.data, url: move.url, ...(problem !== null && { problem }) }
        await ledger.save(stationId, { ...step, state: 'now', phase: 'tried', at: clock(), data })
        return true
      }
      case 'wait':
        await ledger.save(stationId, { ...step, state: 'now', reason: move.for, data: { ...step.data, ...move.data } })
        // Whoever waits for a person, or for long, holds up nobody.
        if (!isMoving(move)) turns.give(stationId)
        return false
      case 'stuck':
        await ledger.save(stationId, {
          ...step,
          state: 'stuck',
          reason: move.problem,
          data: { ...step.data, ...move.data },
        })
        turns.give(stationId)
        return false
      case 'done':
        if (move.passwordTaken) await access.settlePassword(stationId, Number(step.data.passwordAt), true)
        await ledger.save(stationId, {
          ...step,
          state: 'done',
          reason: null,
          at: clock(),
          data: { ...step.data, ...move.data },
        })
        if (step.step === 'undo') {
          await access.turnBack(upgrade.actor, stationId)
          turns.give(stationId)
          await ledger.end(stationId, upgrade.actor, 'rolled-back')
        }
        return true
    }
  }
}
