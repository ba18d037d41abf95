import type { ApartSession, Issuer, MonthRequest, ReportHead, ReportLine } from '@shared/contract/reports'
import type { Tariff } from '@shared/contract/tariffs'
import { monthSpan, type Zone } from '@shared/zone'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { tariffsOf } from '../store/queries/tariffs'
import { type LineName, lineOf } from './lineOf'
import { createLineSums } from './lineSums'
import { payingCards } from './payingCards'
import { priceSpans } from './priceSpans'
import { readMonth } from './readMonth'
import type { Share } from './sessionShare'
import { READINGS_APART_MS } from './split'

/** A session that counts in a line. */
export interface LineSession {
  readonly line: LineName
  readonly share: Share
}

/** What comes of a month: sessions as they are found, and at the end all lines and the head. */
export type MonthPart =
  | {
      readonly kind: 'found'
      /** So many sessions of the ledger were looked through up to here. */
      readonly seen: number
      readonly counted: readonly LineSession[]
      readonly apart: readonly ApartSession[]
    }
  | { readonly kind: 'whole'; readonly lines: ReportLine[]; readonly head: ReportHead }

/** What was delivered in a month, worked out from the ledger whenever it is asked for. */
export interface Reports {
  /** Nothing is kept but the sums of the lines: whatever the size of the month, a few sessions are in memory. */
  month(request: MonthRequest): AsyncGenerator<MonthPart, void, void>
}

export interface ReportsDeps {
  readonly store: Store
  readonly clock: Clock
  readonly zone: Zone
  readonly siteName: () => string
  readonly issuer: () => Issuer
  /** Makes sessions of the events that wait. */
  readonly catchUp: () => void
}

export function createReports({ store, clock, zone, siteName, issuer, catchUp }: ReportsDeps): Reports {
  const { read } = store
  return {
    async *month({ month, by }) {
      catchUp()
      const madeAt = clock()
      const period = monthSpan(zone, month)
      const spans = priceSpans(zone, period, tariffsOf(read))
      const held = tariffsIn(spans)
      const sums = createLineSums(held[0])
      // A charger pays nothing.
      const paysMonth = by !== 'station' && (held[0]?.feePerMonthMinor ?? 0) > 0
      const payerOf = paysMonth ? payingCards(read, period) : () => null
      let apart = 0
      for await (const found of readMonth(read, { ...period, spans }, madeAt)) {
        const counted = found.counted.map(({ owner, share }): LineSession => {
          const line = lineOf(owner, by)
          sums.add(line, share, payerOf(owner))
          return { line, share }
        })
        apart += found.apart.length
        yield {
          kind: 'found',
          seen: found.seen,
          counted,
          apart: found.apart.map(({ owner, session }) => ({ ...session, lineKey: lineOf(owner, by).key })),
        }
      }
      const { lines, total } = sums.finish()
      const head: ReportHead = {
        month,
        ...period,
        timeZone: zone.name,
        siteName: siteName(),
        issuer: issuer(),
        tariffs: held,
        total,
        apart,
        madeAt,
        readingsApartMs: READINGS_APART_MS,
      }
      yield { kind: 'whole', lines, head }
    },
  }
}

/** The tariffs of a period, in their order; the first one is that of the fees for the month. */
function tariffsIn(spans: readonly { readonly tariff: Tariff | null }[]): Tariff[] {
  return [...new Set(spans.flatMap(({ tariff }) => tariff ?? []))]
}
