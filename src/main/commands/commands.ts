import type { StationCommand } from '@shared/commands'
import { COMMANDS } from '@shared/commands'
import type { NotPossible } from '@shared/commands/standing'
import type { Command, CommandProgress, SendOutcome } from '@shared/contract/commands'
import { AppError } from '@shared/errors'
import type { Changes } from '../changes'
import type { Clock } from '../clock'
import type { CardNumbers } from '../readers/cardNumbers'
import type { StationLinks } from '../stations/commands'
import type { StationRecord, Stations } from '../stations/stations'
import type { Store } from '../store/open'
import {
  type CommandFilter,
  commandView,
  countWaitingOf,
  findCommands,
  giveUp,
  insertCommand,
  nextDeadlines,
  openCommands,
  overdueCommands,
  progressOf,
  recoverCommands,
  silence,
} from '../store/queries/commands'
import { appendAudit } from '../store/queries/events'
import { toPage } from '../store/queries/page'
import { createDeadlines, platformTimer, type SetTimer } from './deadlines'
import type { Dialect, Dialects } from './dialect'
import { lookUpFacts, type StartChecks } from './facts'
import type { CommandFiles } from './files'
import { COMMAND_LIMITS, type CommandLimits } from './limits'
import { type Order, wordOrder, written } from './order'
import { type CommandReport, enterReport } from './report'
import { type Beginning, enterBeginning, startOf } from './sessionBegan'
import { createTurns, type VariableNews } from './turns'

/** The commands to the stations, and what became of them. */
export interface Commands {
  /** @throws AppError UNKNOWN_STATION */
  send(actor: string, stationId: number, command: StationCommand, waitUntil: number | null): Promise<SendOutcome>
  /** Any message of the station's version. @throws AppError UNKNOWN_STATION */
  sendAction(
    actor: string,
    stationId: number,
    action: string,
    payload: Readonly<Record<string, unknown>>,
    waitUntil: number | null,
  ): Promise<SendOutcome>
  /** @throws AppError UNKNOWN_COMMAND */
  cancel(actor: string, commandId: number): Promise<{ kind: 'cancelled' | 'too-late'; command: Command }>
  /** A station is connected and can be spoken to: what waits for it is sent, in its order. */
  stationReady(stationId: number): void
  /**
   * Enters a report into the command it belongs to; resolves when it is on disk.
   * @returns the command's number, null when there is none that it could belong to
   */
  reported(stationId: number, report: CommandReport): Promise<number | null>
  /** A session began, and a command may have asked for it: it is entered there. Nobody waits for that. */
  sessionBegan(stationId: number, beginning: Beginning): void
  /** What the station's version can be told; null when the station never was connected. @throws AppError UNKNOWN_STATION */
  dialect(stationId: number): Dialect | null
  find(filter: CommandFilter): { entries: Command[]; next: number | null; total: number }
  /** @throws AppError UNKNOWN_COMMAND */
  get(commandId: number): { command: Command; progress: CommandProgress[] }
  view(commandId: number): Command | undefined
  /** The commands that wait, are sent and not answered, or go on after their answer. */
  open(): Command[]
  /** Calls its timer off. */
  close(): void
}

export interface CommandsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly stations: Pick<Stations, 'record' | 'connection'>
  readonly links: Pick<StationLinks, 'request'>
  readonly dialects: Dialects
  readonly files: CommandFiles
  readonly cards: StartChecks
  /** How stations write numbers of cards. */
  readonly numbers?: Pick<CardNumbers, 'numberFor'>
  readonly variables: VariableNews
  /** Told of failures that nobody waits for. */
  readonly onFailure: (error: unknown) => void
  readonly setTimer?: SetTimer
  readonly limits?: Partial<CommandLimits>
}

export function createCommands(deps: CommandsDeps): Commands {
  const { store, clock, changes, stations, dialects, files, onFailure, setTimer = platformTimer } = deps
  const { read, writer } = store
  const limits = { ...COMMAND_LIMITS, ...deps.limits }

  const existing = (stationId: number): StationRecord => {
    const station = stations.record(stationId)
    if (!station) throw new AppError('UNKNOWN_STATION')
    return station
  }
  const dialect = (stationId: number): Dialect | null => {
    const { row } = existing(stationId)
    const protocol = stations.connection(stationId)?.protocol ?? row.protocol
    return protocol && dialects[protocol]
  }
  /** What is being told of: everybody who hears of it asks for the same. */
  let told: { readonly commandId: number; command?: Command } | null = null
  const view = (commandId: number) => {
    if (told?.commandId !== commandId) return commandView(read, commandId)
    told.command ??= commandView(read, commandId)
    return told.command
  }
  const viewOf = (commandId: number): Command => {
    const command = view(commandId)
    if (!command) throw new AppError('UNKNOWN_COMMAND')
    return command
  }

  const deadlines = createDeadlines({
    clock,
    setTimer,
    next() {
      const { waitUntil, heardAt } = nextDeadlines(read)
      const silentAt = heardAt === null ? null : heardAt + limits.silentMs
      if (waitUntil === null || silentAt === null) return waitUntil ?? silentAt
      return Math.min(waitUntil, silentAt)
    },
    due: () => void endWhatIsDue().catch(onFailure),
  })
  /** Once for all that one commit changed: it looks through all that wait, and after a power cut that is every station. */
  let isLooking = false
  const lookSoon = () => {
    if (isLooking) return
    isLooking = true
    queueMicrotask(() => {
      isLooking = false
      deadlines.look()
    })
  }
  const changed = (commandId: number) => {
    lookSoon()
    told = { commandId }
    try {
      changes.emit('command', commandId)
    } finally {
      told = null
    }
  }
  const endWhatIsDue = async () => {
    const ended = await writer.write((db) => {
      const now = clock()
      const overdue = overdueCommands(db, now)
      for (const id of overdue) giveUp(db, { id, state: 'expired', reason: null, at: now })
      return [...overdue, ...silence(db, now - limits.silentMs, now)]
    })
    for (const id of ended) changed(id)
  }

  const recovered = writer
    .write((db) => recoverCommands(db, limits.kept, clock()))
    .then(async (ids) => {
      for (const id of ids) changed(id)
      await endWhatIsDue()
      deadlines.look()
    })
    .catch(onFailure)
  const turns = createTurns({ ...deps, limits, recovered, changed })

  /** Whether a command may be given at all, by what is known of its station. */
  const barrier = (station: StationRecord, action: string, spoken: Dialect): NotPossible | null => {
    const { admission, row } = station
    // Nothing is sent to a station that was turned away (B03.FR.03), and one that nothing is known of has no record.
    if (admission === 'refused' || (admission === 'waiting' && row.booted_at === null)) return 'not-admitted'
    if (admission === 'waiting' && spoken.outgoing.get(action)?.whilePending !== true) return 'not-admitted'
    return countWaitingOf(read, station.id) >= limits.waitingPerStation ? 'too-many-waiting' : null
  }

  const give = async (actor: string, stationId: number, order: Order, wished: number | null): Promise<SendOutcome> => {
    const station = existing(stationId)
    const spoken = dialect(stationId)
    const notPossible = (reason: NotPossible): SendOutcome => ({ kind: 'not-possible', reason })
    if (!spoken) return notPossible('never-connected')
    const now = clock()
    // All but its number is known, so everything that can be wrong with it shows before it is stored.
    const of = { stationId, protocol: spoken.protocol, number: 1, now }
    const looked = await lookUpFacts({ read, files, cards: deps.cards, numbers: deps.numbers }, of, order, false)
    if (looked.kind === 'not-possible') return looked
    const wording = wordOrder(spoken, order, looked.facts)
    if (wording.kind !== 'worded') return wording
    const { action } = wording.worded
    const refused = barrier(station, action, spoken)
    if (refused) return notPossible(refused)

    const { name, input, hidden } = written(order)
    const isOnline = stations.connection(stationId) !== undefined
    const wantsToWait = wished !== null && wished > now
    const mayWait =
      order.kind === 'command' ? COMMANDS[order.command.name].canWait : spoken.outgoing.get(action)?.canWait === true
    if (!isOnline && wantsToWait && !mayWait) return notPossible('cannot-wait')
    if (!isOnline && wantsToWait && hidden) return notPossible('secret-cannot-wait')
    const waitUntil = wantsToWait && mayWait && !hidden ? wished : null
    const state = isOnline || waitUntil !== null ? 'waiting' : 'offline'

    const { identity } = station
    const id = await writer.write((db) => {
      const inserted = insertCommand(db, {
        station_id: stationId,
        actor,
        name,
        action,
        input,
        state,
        wait_until: waitUntil,
        created_at: now,
      })
      const detail = { command: inserted, name, action, ...(state === 'offline' ? { sent: false } : {}) }
      appendAudit(db, { at: now, actor, action: 'command-sent', subject: identity, detail })
      return inserted
    })
    changes.emit('audit', 0)
    changed(id)
    if (state === 'waiting') turns.add(stationId, id, order)
    return { kind: isOnline ? 'sent' : state, command: viewOf(id) }
  }

  return {
    send: (actor, stationId, command, waitUntil) => give(actor, stationId, { kind: 'command', command }, waitUntil),
    sendAction: (actor, stationId, action, payload, waitUntil) =>
      give(actor, stationId, { kind: 'action', action, payload }, waitUntil),
    async cancel(actor, commandId) {
      const { stationIdentity: subject, name, action } = viewOf(commandId)
      const at = clock()
      const isCancelled = await writer.write((db) => {
        if (!giveUp(db, { id: commandId, state: 'cancelled', reason: null, at })) return false
        const detail = { command: commandId, name, action }
        appendAudit(db, { at, actor, action: 'command-cancelled', subject, detail })
        return true
      })
      if (isCancelled) {
        turns.forget(commandId)
        changes.emit('audit', 0)
        changed(commandId)
      }
      return { kind: isCancelled ? 'cancelled' : 'too-late', command: viewOf(commandId) }
    },
    stationReady: turns.take,
    async reported(stationId, report) {
      const spoken = stations.record(stationId) && dialect(stationId)
      if (!spoken) return null
      const commandId = await writer.write((db) => enterReport(db, spoken, stationId, report, limits.progressKept))
      if (commandId !== null) changed(commandId)
      return commandId
    },
    sessionBegan(stationId, beginning) {
      const spoken = stations.record(stationId) && dialect(stationId)
      // Most sessions were begun by a driver: for those nothing is written.
      const command = spoken && startOf(read, spoken, stationId, beginning, limits)
      if (!command) return
      writer
        .write((db) => enterBeginning(db, command.id, beginning, limits.progressKept))
        .then(() => changed(command.id))
        .catch(onFailure)
    },
    dialect,
    find(filter) {
      const { rows, total } = findCommands(read, filter)
      return toPage(rows, filter.limit, total, (command) => command)
    },
    get: (commandId) => ({ command: viewOf(commandId), progress: progressOf(read, commandId) }),
    view,
    open: () => openCommands(read),
    close: deadlines.close,
  }
}
