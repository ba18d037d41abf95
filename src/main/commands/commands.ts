import type { StationCommand } from '@shared/commands'
import type { CommandState } from '@shared/commands/standing'
import type { Command, CommandProgress, PayloadProblem, SendOutcome } from '@shared/contract/commands'

/** Something a station reported about a command after its answer. */
export interface CommandReport {
  /** The incoming action that brought it, such as `LogStatusNotification`. */
  readonly action: string
  /** The number that the message carries; null where it has none (1.6), and the newest open command is meant. */
  readonly requestId: number | null
  /** As the station spelt it. */
  readonly status: string
  readonly detail: string | null
  /** By this server's clock. */
  readonly at: number
  /** Nothing more will come; `failed` tells how it ended. */
  readonly final: boolean
  readonly failed: boolean
}

/** The commands to the stations, and what became of them. */
export interface Commands {
  /** @throws AppError UNKNOWN_STATION */
  send(actor: string, stationId: number, command: StationCommand, waitUntil: number | null): Promise<SendOutcome>
  /** Any message of the station's version. @throws AppError UNKNOWN_STATION */
  sendAction(
    actor: string,
    stationId: number,
    action: string,
    payload: Record<string, unknown>,
    waitUntil: number | null,
  ): Promise<SendOutcome | { kind: 'invalid'; problems: PayloadProblem[] }>
  /** @throws AppError UNKNOWN_COMMAND */
  cancel(actor: string, commandId: number): Promise<{ kind: 'cancelled' | 'too-late'; command: Command }>
  /** A station is connected and can be spoken to: what waits for it is sent, in its order. */
  stationReady(stationId: number): void
  /**
   * Enters a report into the command it belongs to; resolves when it is on disk.
   * @returns the command's number, null when there is none that it could belong to
   */
  reported(stationId: number, report: CommandReport): Promise<number | null>
  find(filter: CommandFilter): { entries: Command[]; next: number | null; total: number }
  /** @throws AppError UNKNOWN_COMMAND */
  get(commandId: number): { command: Command; progress: CommandProgress[] }
  view(commandId: number): Command | undefined
  /** The commands that wait, are sent and not answered, or go on after their answer. */
  open(): Command[]
  close(): void
}

export interface CommandFilter {
  readonly stationId: number | null
  readonly state: CommandState | null
  readonly before: number | null
  readonly limit: number
}
