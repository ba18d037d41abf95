import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ApartSession, ReportHead, ReportLine, ReportSession } from '@shared/contract/reports'
import { currencyDecimals } from '@shared/currency'
import { lineTable } from '@shared/table/reportLineTable'
import { workbook } from '@shared/words/en/workbook'
import { reportSheets } from '../reports/export/reportSheets'
import { sessionShareTable } from '../reports/export/reportTables'
import { workbookFile } from '../reports/export/workbookFile'
import type { LineSession, MonthPart } from '../reports/reports'
import { toReportSession } from '../reports/sessionShare'
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
      sessionParts(reports.month(input), input, signal),
    ),
    table: service.reports.table.handler(({ input, signal }) => {
      const { currency } = issuer.get()
      const decimals = currencyDecimals(currency)
      const parts = reports.month(input)
      return input.rows === 'lines'
        ? tableParts(lineTable(currency, decimals), linesOf(parts, input), input, signal)
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

/** So often it is told how far it is, in milliseconds: a month that is there at once is not announced. */
const TOLD_EVERY_MS = 250

type LineFilter = { readonly key?: string | undefined }

/** The sessions of a part that belong to the line with the key, or to any where none is named. */
const ofLine = (counted: readonly LineSession[], { key }: LineFilter) =>
  key === undefined ? counted : counted.filter(({ line }) => line.key === key)

const told = ({ share, line }: LineSession) => toReportSession(share, line.key)

async function* monthParts(
  parts: AsyncIterable<MonthPart>,
  { withSessions, ...only }: LineFilter & { readonly withSessions: boolean },
  signal: AbortSignal | undefined,
): AsyncGenerator<MonthMessage, void, void> {
  const apart: ApartSession[] = []
  let toldAt = performance.now()
  for await (const part of parts) {
    if (signal?.aborted) return
    if (part.kind === 'whole') {
      // What is sent is checked before: a part at a time, others in between.
      for (const lines of inParts(part.lines)) {
        yield { kind: 'lines', lines }
        await nextTurn()
      }
      for (const sessions of inParts(apart)) {
        yield { kind: 'apart', sessions }
        await nextTurn()
      }
      yield { kind: 'head', head: part.head }
      continue
    }
    apart.push(...part.apart)
    const own = withSessions ? ofLine(part.counted, only) : []
    if (own.length > 0) yield { kind: 'sessions', sessions: own.map(told) }
    if (performance.now() - toldAt < TOLD_EVERY_MS) continue
    toldAt = performance.now()
    yield { kind: 'progress', sessions: part.seen }
  }
}

async function* sessionParts(
  parts: AsyncIterable<MonthPart>,
  only: LineFilter,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ sessions: ReportSession[] }, void, void> {
  for await (const part of parts) {
    if (signal?.aborted) return
    const own = part.kind === 'found' ? ofLine(part.counted, only) : []
    if (own.length > 0) yield { sessions: own.map(told) }
  }
}

async function* linesOf(parts: AsyncIterable<MonthPart>, { key }: LineFilter) {
  for await (const part of parts) {
    if (part.kind === 'found') yield []
    else yield* inParts(part.lines.filter((line) => key === undefined || line.key === key))
  }
}

async function* sharesOf(parts: AsyncIterable<MonthPart>, only: LineFilter) {
  for await (const part of parts) {
    if (part.kind === 'whole') continue
    yield ofLine(part.counted, only).map((each) => ({ ...told(each), line: each.line.name || each.line.kind }))
  }
}

function* inParts<Entry>(entries: readonly Entry[]): Generator<Entry[], void, void> {
  for (let from = 0; from < entries.length; from += ENTRIES_A_PART) yield entries.slice(from, from + ENTRIES_A_PART)
}
