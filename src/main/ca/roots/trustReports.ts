import { INSTALLED_USES } from '@shared/commands/certificates'
import type { Command } from '@shared/contract/commands'
import { type InstalledUse, ReportedHash } from '@shared/contract/roots'
import type { Changes } from '../../changes'
import type { Clock } from '../../clock'
import type { Commands } from '../../commands/commands'
import type { Store } from '../../store/open'
import {
  putTrustReport,
  type TrustReportRow,
  trustReport,
  trustReportsFor,
  trustReportsOf,
} from '../../store/queries/trustReports'
import { sameHash } from './anchorHash'
import { readInstalledAnswer } from './installedAnswer'

/** What a station said it trusts for one use, and when. */
export interface TrustReport {
  readonly stationId: number
  readonly use: InstalledUse
  readonly at: number
  /** As the station spelt them. */
  readonly anchors: readonly ReportedHash[]
}

/** Keeps what stations answer when they are asked for their trust anchors, whoever asked. */
export interface TrustReports {
  of(stationId: number): TrustReport[]
  one(stationId: number, use: InstalledUse): TrustReport | undefined
  /** Of all stations that answered. */
  all(use: InstalledUse): TrustReport[]
  close(): void
}

export interface TrustReportsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly changes: Changes
  readonly commands: Pick<Commands, 'view'>
  /** What a station has for this use has changed, or may have: it is to be asked. */
  readonly askAgain: (stationId: number, use: InstalledUse) => Promise<unknown>
  readonly onFailure: (error: unknown) => void
}

/** The commands that say or change what a station trusts. */
export const TRUST_ACTIONS: ReadonlySet<string> = new Set([
  'GetInstalledCertificateIds',
  'InstallCertificate',
  'DeleteCertificate',
])

const toReport = (row: TrustReportRow): TrustReport => ({
  stationId: row.station_id,
  use: row.use,
  at: row.at,
  anchors: JSON.parse(row.anchors) as ReportedHash[],
})

export function createTrustReports(deps: TrustReportsDeps): TrustReports {
  const { store, clock, changes, commands, askAgain, onFailure } = deps
  const { read, writer } = store

  const of = (stationId: number) => trustReportsOf(read, stationId).map(toReport)

  const keep = async (command: Command) => {
    const { stationId } = command
    const answers = readInstalledAnswer(command)
    if (answers.length === 0) return
    const at = command.answeredAt ?? clock()
    await writer.write((db) => {
      for (const { use, anchors } of answers) {
        if ((trustReport(db, stationId, use)?.at ?? 0) <= at) putTrustReport(db, { stationId, use, at, anchors })
      }
    })
    changes.emit('trust', stationId)
  }

  /** The uses that a command may have changed something of. */
  const changedUses = ({ stationId, action, input }: Command): InstalledUse[] => {
    if (action === 'InstallCertificate') return INSTALLED_USES.filter((use) => use === input.use)
    const hash = ReportedHash.safeParse(input.certificateHashData ?? input).data
    return of(stationId).flatMap(({ use, anchors }) =>
      hash && anchors.some((anchor) => sameHash(anchor, hash)) ? [use] : [],
    )
  }

  const enter = async (command: Command) => {
    if (command.action === 'GetInstalledCertificateIds') return keep(command)
    // An answer that got lost leaves open what it has; one that says yes is worth a look as well.
    if (command.verdict !== 'accepted' && command.state !== 'unknown') return
    for (const use of changedUses(command)) await askAgain(command.stationId, use)
  }

  /** The newest commands that were entered: each changes several times. */
  const entered = new Set<number>()
  const stopListening = changes.on('command', (commandId) => {
    if (entered.has(commandId)) return
    const command = commands.view(commandId)
    if (!command || !TRUST_ACTIONS.has(command.action)) return
    if (command.state === 'waiting' || command.state === 'sent') return
    entered.add(commandId)
    const [oldest] = entered
    if (entered.size > REMEMBERED && oldest !== undefined) entered.delete(oldest)
    enter(command).catch(onFailure)
  })

  return {
    of,
    one(stationId, use) {
      const row = trustReport(read, stationId, use)
      return row && toReport(row)
    },
    all: (use) => trustReportsFor(read, use).map(toReport),
    close: stopListening,
  }
}

/** More than change at once. */
const REMEMBERED = 10_000
