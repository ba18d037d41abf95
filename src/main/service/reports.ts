import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ApartSession, MonthRequest, ReportHead, ReportLine, ReportSession } from '@shared/contract/reports'
import { currencyDecimals } from '@shared/currency'
import { workbook } from '@shared/words/en/workbook'
import { reportSheets } from '../reports/export/reportSheets'
import { lineTable, sessionShareTable } from '../reports/export/reportTables'
import { workbookFile } from '../reports/export/workbookFile'
import { lineOf } from '../reports/lineOf'
import type { MonthPart } from '../reports/reports'
import { tableParts } from '../sessions/export/tableParts'
import type { Site } from '../site'
import { service } from './implementer'

/** Most lines or sessions of one message. */
const ENTRIES_A_PART = 100

/** What was delivered in a month, for how much, and who says so. */
export function reportsService({ reportDesk, desktop }: Site) {
  const { reports, issuer, zone } = reportDesk
  return {
    month: service.reports.month.handler(({ input, signal }) => monthParts(reports.month(input), input, signal)),
    sessions: service.reports.sessions.handler(({ input, signal }) =>
      sessionParts(reports.month(input), input.key, signal),
    ),
    table: service.reports.table.handler(({ input, signal }) => {
      const { currency } = issuer.get()
      const decimals = currencyDecimals(currency)
      const parts = reports.month(input)
      return input.rows === 'lines'
        ? tableParts(lineTable(currency, decimals), linesOf(parts, input.key), input, signal)
        : tableParts(sessionShareTable(currency, decimals), sharesOf(parts, input), input, signal)
    }),
    workbook: service.reports.workbook.handler(async function* ({ input, signal }) {
      let sessions = 0
      const sheets = reportSheets({
        words: { ...workbook, ...input.words },
        zone,
        currency: issuer.get().currency,
        parts: reports.month(input),
        onSeen: (seen) => {
          sessions = seen
        },
      })
      for await (const piece of workbookFile(sheets)) {
        if (signal?.aborted) return
        yield { data: piece.toString('base64'), sessions }
      }
    }),
    print: service.reports.print.handler(async ({ context }) => {
      const page = desktop?.isBeforeWindow(context.seat) ? await desktop.printPage() : null
      return page ? { kind: 'printed', data: Buffer.from(page).toString('base64') } : { kind: 'not-here' }
    }),
    issuer: service.reports.issuer.handler(() => issuer.get()),
    setIssuer: service.reports.setIssuer.handler(({ input, context }) => issuer.set(context.actor, input)),
  }
}

/** What charging costs. */
export function tariffsService({ reportDesk: { tariffs, issuer } }: Site) {
  return {
    list: service.tariffs.list.handler(() => ({ ...tariffs.list(), currency: issuer.get().currency })),
    add: service.tariffs.add.handler(({ input, context }) => tariffs.add(context.actor, input)),
    remove: service.tariffs.remove.handler(({ input, context }) => tariffs.remove(context.actor, input.tariffId)),
  }
}

type MonthMessage =
  | { readonly kind: 'sessions'; readonly sessions: ReportSession[] }
  | { readonly kind: 'progress'; readonly sessions: number }
  | { readonly kind: 'lines'; readonly lines: ReportLine[] }
  | { readonly kind: 'apart'; readonly sessions: ApartSession[] }
  | { readonly kind: 'head'; readonly head: ReportHead }

/** Looks through this many sessions between two words of how far it is. */
const SEEN_A_MESSAGE = 500

async function* monthParts(
  parts: AsyncIterable<MonthPart>,
  { withSessions, key }: { readonly withSessions: boolean; readonly key?: string | undefined },
  signal: AbortSignal | undefined,
): AsyncGenerator<MonthMessage, void, void> {
  const apart: ApartSession[] = []
  let sessions: ReportSession[] = []
  let told = 0
  for await (const part of parts) {
    if (signal?.aborted) return
    switch (part.kind) {
      case 'seen':
        if (part.sessions < told + SEEN_A_MESSAGE) break
        told = part.sessions
        yield { kind: 'progress', sessions: told }
        break
      case 'apart':
        apart.push(part.session)
        break
      case 'session':
        if (!withSessions || (key !== undefined && part.session.lineKey !== key)) break
        sessions.push(part.session)
        if (sessions.length < ENTRIES_A_PART) break
        yield { kind: 'sessions', sessions }
        sessions = []
        break
      case 'whole':
        if (sessions.length > 0) yield { kind: 'sessions', sessions }
        // What is sent is checked before: a part at a time, others in between.
        for (const lines of inParts(part.lines)) {
          yield { kind: 'lines', lines }
          await nextTurn()
        }
        for (const some of inParts(apart)) {
          yield { kind: 'apart', sessions: some }
          await nextTurn()
        }
        yield { kind: 'head', head: part.head }
    }
  }
}

async function* sessionParts(
  parts: AsyncIterable<MonthPart>,
  key: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ sessions: ReportSession[] }, void, void> {
  let sessions: ReportSession[] = []
  for await (const part of parts) {
    if (signal?.aborted) return
    if (part.kind === 'session' && (key === undefined || part.session.lineKey === key)) sessions.push(part.session)
    if (sessions.length < ENTRIES_A_PART && part.kind !== 'whole') continue
    yield { sessions }
    sessions = []
  }
}

async function* linesOf(parts: AsyncIterable<MonthPart>, key: string | undefined) {
  for await (const part of parts) {
    if (part.kind === 'seen') yield []
    if (part.kind === 'whole') yield* inParts(part.lines.filter((line) => key === undefined || line.key === key))
  }
}

async function* sharesOf(parts: AsyncIterable<MonthPart>, { by, key }: Pick<MonthRequest, 'by'> & { key?: string }) {
  let rows: (ReportSession & { line: string })[] = []
  for await (const part of parts) {
    if (part.kind === 'session' && (key === undefined || part.session.lineKey === key)) {
      const { name, kind } = lineOf(part.owner, by)
      rows.push({ ...part.session, line: name || kind })
    }
    if (part.kind !== 'seen' && rows.length < ENTRIES_A_PART && part.kind !== 'whole') continue
    yield rows
    rows = []
  }
}

function* inParts<Entry>(entries: readonly Entry[]): Generator<Entry[], void, void> {
  for (let from = 0; from < entries.length; from += ENTRIES_A_PART) yield entries.slice(from, from + ENTRIES_A_PART)
}
