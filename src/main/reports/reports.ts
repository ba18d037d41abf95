import type {
  ApartSession,
  Issuer,
  MonthRequest,
  ReportHead,
  ReportLine,
  ReportSession,
} from '@shared/contract/reports'
import type { Tariff } from '@shared/contract/tariffs'
import { monthSpan, type Zone } from '@shared/zone'
import type { Clock } from '../clock'
import type { Store } from '../store/open'
import { tariffsOf } from '../store/queries/tariffs'
import { lineOf, type SessionOwner } from './lineOf'
import { createLineSums } from './lineSums'
import { payingCards } from './payingCards'
import { priceSpans } from './priceSpans'
import { readMonth } from './readMonth'
import { READINGS_APART_MS } from './split'

/** What comes of a month, in this order: how far it is, sessions as they are found, then all lines and the head. */
export type MonthPart =
  | { readonly kind: 'seen'; readonly sessions: number }
  | { readonly kind: 'session'; readonly session: ReportSession; readonly owner: SessionOwner }
  | { readonly kind: 'apart'; readonly session: ApartSession }
  | { readonly kind: 'whole'; readonly lines: ReportLine[]; readonly head: ReportHead }

/** What was delivered in a month, worked out from the ledger whenever it is asked for. */
export interface Reports {
  /** Nothing is kept but the sums of the lines: whatever the size of the month, one session is in memory. */
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
      const payerOf = payingCards(read, period)
      let apart = 0
      for await (const found of readMonth(read, { ...period, spans }, madeAt)) {
        switch (found.kind) {
          case 'seen':
            yield found
            break
          case 'apart':
            apart += 1
            yield { kind: 'apart', session: { ...found.session, lineKey: lineOf(found.owner, by).key } }
            break
          case 'share': {
            const { owner, share } = found
            const line = lineOf(owner, by)
            sums.add(line, share, by === 'station' ? null : payerOf(owner))
            const { charges: _, ...session } = share
            yield { kind: 'session', owner, session: { ...session, lineKey: line.key } }
          }
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
