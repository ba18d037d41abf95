import type { NotPossible } from '@shared/commands/standing'
import type { PayloadProblem } from '@shared/contract/commands'
import type { LearnedVariable } from '@shared/ocpp/variable'
import type { Clock } from '../clock'
import type { CardNumbers } from '../readers/cardNumbers'
import type { StationLinks } from '../stations/commands'
import type { Stations } from '../stations/stations'
import type { Store } from '../store/open'
import {
  type CommandRow,
  giveUp,
  markSent,
  nextWaiting,
  settleCommand,
  stationsWithWaiting,
  takeBack,
  waitingInVain,
} from '../store/queries/commands'
import type { Dialects, Worded } from './dialect'
import { lookUpFacts, type StartChecks } from './facts'
import type { CommandFiles } from './files'
import type { CommandLimits } from './limits'
import { numberOf, type Order, readOrder, wordOrder } from './order'
import { NOBODY_KNOWS, sendWorded } from './sending'

/** Who keeps what stations tell about their variables. */
export interface VariableNews {
  /** A report was asked for under this number, before it is sent; `full` when it will be all that the station has. */
  reportAsked(stationId: number, requestId: number, scope: 'full' | 'part'): Promise<void>
  learned(
    stationId: number,
    entries: readonly LearnedVariable[],
    options?: { readonly complete?: boolean },
  ): Promise<void>
}

export interface TurnsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly links: Pick<StationLinks, 'request'>
  readonly dialects: Dialects
  readonly files: CommandFiles
  readonly cards: StartChecks
  readonly numbers?: Pick<CardNumbers, 'numberFor'>
  readonly variables: VariableNews
  readonly limits: CommandLimits
  readonly onFailure: (error: unknown) => void
  /** Settled when what an earlier run of the program left behind has been put in order. */
  readonly recovered: Promise<unknown>
  readonly changed: (commandId: number) => void
}

/** Sends the commands of each station one after the other, in the order in which they were given. */
export interface Turns {
  /** A stored command. What it says is kept in memory until its turn: its row may hold less (passwords are hidden). */
  add(stationId: number, commandId: number, order: Order): void
  forget(commandId: number): void
  /** The station can be spoken to. */
  take(stationId: number): void
}

type Ready =
  | { readonly kind: 'worded'; readonly worded: Worded }
  | { readonly kind: 'not-possible'; readonly reason: NotPossible }
  | { readonly kind: 'invalid'; readonly problems: readonly PayloadProblem[] }

export function createTurns(deps: TurnsDeps): Turns {
  const { store, clock, stations, links, dialects, files, variables, limits, changed } = deps
  const { read, writer } = store
  const orders = new Map<number, Order>()
  /** Stations whose commands are being sent; true when there may be more than was seen. */
  const underWay = new Map<number, boolean>()
  /** When a thousand stations come back at once, a look into the database for each would cost more than all else. */
  const mayWait = new Set(stationsWithWaiting(read))

  const end = async (row: CommandRow, state: 'expired' | 'offline' | 'failed', reason: string | null) => {
    orders.delete(row.id)
    await writer.write((db) => giveUp(db, { id: row.id, state, reason, at: clock() }))
    changed(row.id)
  }

  /** What is sent for a row, in the version that the station speaks now. */
  const ready = async (row: CommandRow, order: Order): Promise<Ready> => {
    const protocol = stations.connection(row.station_id)?.protocol
    if (!protocol) return { kind: 'not-possible', reason: 'never-connected' }
    const of = { stationId: row.station_id, protocol, number: row.id, now: clock() }
    const looked = await lookUpFacts({ read, files, cards: deps.cards, numbers: deps.numbers }, of, order, true)
    return looked.kind === 'facts' ? wordOrder(dialects[protocol], order, looked.facts) : looked
  }

  /** @returns false when there is no use in going on: what was sent last did not go out on this connection */
  const send = async (row: CommandRow, worded: Worded): Promise<boolean> => {
    const { id, station_id: stationId } = row
    const protocol = stations.connection(stationId)?.protocol
    if (!protocol) return true
    const dialect = dialects[protocol]
    const requestId = numberOf(dialect, worded)
    const { action } = worded
    // Written before it goes out: a program that ends in between knows that the station may have it.
    if (!(await writer.write((db) => markSent(db, { id, action, requestId, at: clock() })))) return true
    changed(id)
    const scope = dialect.outgoing.get(action)?.reportScope?.(worded.payloads[0] ?? {})
    if (scope && requestId !== null) await variables.reportAsked(stationId, requestId, scope).catch(deps.onFailure)
    const { answerLength } = limits
    const sent = await sendWorded({ links, dialect, stationId, worded, answerLength }).catch((error) => {
      deps.onFailure(error)
      return NOBODY_KNOWS
    })
    const at = clock()
    if (sent.kind === 'offline') {
      // It is over with this, and what it was made from (a password perhaps) is not kept.
      if (row.wait_until === null) orders.delete(id)
      await writer.write((db) => takeBack(db, id, row.wait_until === null ? 'offline' : 'waiting', at))
      changed(id)
      // Gone altogether, and the others are to be told so; or another connection has just taken its place.
      return stations.connection(stationId) === undefined
    }
    const { learned, ...fields } = sent
    orders.delete(id)
    // Before the command is done: whoever waits for that finds the values in their table.
    for (const { entries, complete } of learned) {
      await variables.learned(stationId, entries, { complete }).catch(deps.onFailure)
    }
    const answeredAt = sent.state === 'unknown' ? null : at
    await writer.write((db) => settleCommand(db, { id, ...fields, answeredAt, at }))
    changed(id)
    return true
  }

  /** @returns false when nothing more can be sent now */
  const next = async (stationId: number): Promise<boolean> => {
    const row = nextWaiting(read, stationId)
    if (!row) {
      mayWait.delete(stationId)
      return false
    }
    if (row.wait_until !== null && row.wait_until <= clock()) {
      await end(row, 'expired', null)
      return true
    }
    if (!stations.connection(stationId)) {
      for (const vain of waitingInVain(read, stationId)) await end(vain, 'offline', null)
      return false
    }
    const order = orders.get(row.id) ?? readOrder(row)
    if (!order) {
      await end(row, 'failed', 'not-in-version')
      return true
    }
    const said = await ready(row, order)
    if (said.kind === 'worded') return send(row, said.worded)
    if (said.kind === 'not-possible') await end(row, 'failed', said.reason)
    else await end(row, 'failed', said.problems.map(({ path, message }) => `${path} ${message}`).join('; '))
    return true
  }

  const run = async (stationId: number) => {
    try {
      await deps.recovered
      do {
        underWay.set(stationId, false)
        while (await next(stationId));
      } while (underWay.get(stationId))
    } finally {
      // In the same turn as the look for more: what is added later finds nothing under way.
      underWay.delete(stationId)
    }
  }

  const take = (stationId: number) => {
    if (!mayWait.has(stationId)) return
    if (underWay.has(stationId)) {
      underWay.set(stationId, true)
      return
    }
    underWay.set(stationId, false)
    run(stationId).catch(deps.onFailure)
  }

  return {
    add(stationId, commandId, order) {
      orders.set(commandId, order)
      mayWait.add(stationId)
      take(stationId)
    },
    forget: (commandId) => void orders.delete(commandId),
    take,
  }
}
