import type {
  ApartReason,
  ApartSession,
  LineKind,
  ReportHead,
  ReportLine,
  ReportSession,
} from '@shared/contract/reports'
import type { RoundingMode, Tariff } from '@shared/contract/tariffs'
import { currencyDecimals } from '@shared/currency'
import type { WorkbookWords } from '@shared/words/en/workbook'
import type { Zone } from '@shared/zone'
import type { MonthPart } from '../reports'
import { toReportSession } from '../sessionShare'
import type { SheetCell, SheetRow } from './sheet'
import type { Sheet } from './workbookFile'

type Split = ReportSession['split']

const KIND_WORDS: Readonly<Partial<Record<LineKind, keyof WorkbookWords>>> = {
  'without-card': 'withoutCard',
  'without-group': 'withoutGroup',
  'without-tag': 'withoutTag',
}
const SPLIT_WORDS = { whole: 'splitWhole', readings: 'splitReadings', time: 'splitTime' } as const satisfies Record<
  Split,
  keyof WorkbookWords
>
const REASON_WORDS = { running: 'running', undecided: 'undecided', 'no-energy': 'noEnergy' } as const satisfies Record<
  ApartReason,
  keyof WorkbookWords
>
const MODE_WORDS = {
  'half-up': 'roundedHalfUp',
  'half-even': 'roundedHalfEven',
  down: 'roundedDown',
} as const satisfies Record<RoundingMode, keyof WorkbookWords>

const count = (number: number): SheetCell => ({ number, decimals: 0 })
const kilowattHours = (mwh: number): SheetCell => ({ number: mwh / 1_000_000, decimals: mwh % 1_000 === 0 ? 3 : 6 })
const percent = (millionths: number): SheetCell => ({ number: millionths / 10_000, decimals: 2 })
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** What the workbook is made with. */
export interface Workbook {
  readonly words: WorkbookWords
  readonly zone: Zone
  readonly currency: string
  /** The month, session by session. */
  readonly parts: AsyncIterable<MonthPart>
  /** Called now and then with how many sessions were looked through. */
  readonly onSeen: (sessions: number) => void
}

/**
 * A month as sheets: its sessions as they are found, and with the sums that come of them the lines, what counts in no
 * sum, and by which rules all was made. The sessions are written first, because the month is gone through once.
 */
export function reportSheets({ words, zone, currency, parts, onSeen }: Workbook): Sheet[] {
  const decimals = currencyDecimals(currency)
  const money = (minor: number): SheetCell => ({ number: minor / 10 ** decimals, decimals })
  const fine = (milliMinor: number): SheetCell => ({
    number: milliMinor / 10 ** (decimals + 3),
    decimals: decimals + 3,
  })
  const time = (at: number): SheetCell => ({ localTime: at + zone.offsetAt(at) })
  const header = (...names: (keyof WorkbookWords)[]): SheetRow => ({
    cells: names.map((name) => words[name]),
    look: 'strong',
  })
  const apart: ApartSession[] = []
  let lines: readonly ReportLine[] = []
  let head: ReportHead | null = null

  async function* sessionRows() {
    yield header(
      'session',
      'station',
      'evse',
      'card',
      'who',
      'began',
      'ended',
      'energy',
      'wholeEnergy',
      'split',
      'energyPrice',
      'fee',
    )
    for await (const part of parts) {
      if (part.kind === 'whole') {
        ;[lines, head] = [part.lines, part.head]
        continue
      }
      onSeen(part.seen)
      apart.push(...part.apart)
      for (const { share, line } of part.counted) yield sessionRow(toReportSession(share, line.key))
    }
  }
  const sessionRow = (session: ReportSession): SheetRow => ({
    cells: [
      count(session.sessionId),
      session.stationIdentity,
      session.evseId === null ? null : count(session.evseId),
      session.token,
      session.who ?? words.withoutCard,
      time(session.beganAt),
      time(session.endedAt),
      kilowattHours(session.energyMwh),
      kilowattHours(session.wholeEnergyMwh),
      words[SPLIT_WORDS[session.split]],
      fine(session.energyMilliMinor),
      money(session.feeMinor),
    ],
  })

  const sums = (of: Omit<ReportLine, 'key' | 'kind' | 'name' | 'detail' | 'charges'>): SheetCell[] => [
    count(of.sessions),
    kilowattHours(of.energyMwh),
    kilowattHours(of.unpricedMwh),
    count(of.splitByTime),
    money(of.netMinor),
    money(of.taxMinor),
    money(of.totalMinor),
  ]
  function* lineRows() {
    yield header('line', 'detail', 'count', 'energy', 'unpriced', 'byTime', 'net', 'tax', 'total')
    for (const line of lines) {
      const kind = KIND_WORDS[line.kind]
      yield { cells: [kind ? words[kind] : line.name, line.detail, ...sums(line)] }
    }
    if (head) yield { cells: [words.total, null, ...sums(head.total)], look: 'strong' as const }
  }

  function* apartRows() {
    yield header('session', 'station', 'evse', 'card', 'who', 'began', 'energy', 'reason')
    for (const session of apart) {
      const { sessionId, stationIdentity, evseId, token, who, beganAt, energyMwh, reason } = session
      yield {
        cells: [
          count(sessionId),
          stationIdentity,
          evseId === null ? null : count(evseId),
          token,
          who ?? words.withoutCard,
          beganAt === null ? null : time(beganAt),
          energyMwh === null ? null : kilowattHours(energyMwh),
          words[REASON_WORDS[reason]],
        ],
      }
    }
  }

  function* ruleRows(): Generator<SheetRow, void, void> {
    if (!head) return
    const { siteName, issuer, month, timeZone, madeAt, readingsApartMs, tariffs } = head
    const facts: [keyof WorkbookWords, SheetCell][] = [
      ['site', siteName],
      ['address', issuer.addressLines.join(', ')],
      ['month', month],
      ['timeZone', timeZone],
      ['madeAt', time(madeAt)],
      ['currency', currency],
      ['readingsApart', count(readingsApartMs / 60_000)],
    ]
    for (const [name, value] of facts) yield { cells: [words[name], value] }
    for (const tariff of tariffs) yield* tariffRows(tariff)
  }
  function* tariffRows(tariff: Tariff): Generator<SheetRow, void, void> {
    const { tax, rounding } = tariff
    yield { cells: [] }
    yield { cells: [words.tariffFrom, tariff.fromDay], look: 'strong' }
    yield header('price', 'days', 'from', 'until')
    yield { cells: [words.otherHours, null, null, null, fine(tariff.pricePerKwhMilliMinor)] }
    for (const { name, days, fromMinute, untilMinute, pricePerKwhMilliMinor } of tariff.bands) {
      yield { cells: [name, days.join(' '), clock(fromMinute), clock(untilMinute), fine(pricePerKwhMilliMinor)] }
    }
    const facts: [keyof WorkbookWords, SheetCell][] = [
      ['sessionFee', money(tariff.feePerSessionMinor)],
      ['monthFee', money(tariff.feePerMonthMinor)],
      ['taxName', tax.name],
      ['taxRate', percent(tax.rateMillionths)],
      ['taxIncluded', tax.included ? words.yes : words.no],
      [
        'rounded',
        `${words[rounding.what === 'session' ? 'roundedEach' : 'roundedOnce']}, ${words[MODE_WORDS[rounding.mode]]}`,
      ],
    ]
    for (const [name, value] of facts) yield { cells: [words[name], value] }
  }

  return [
    { name: words.sessions, tab: 2, widths: [10, 18, 8, 22, 24, 20, 20, 14, 18, 18, 14, 12], rows: sessionRows },
    { name: words.report, tab: 1, widths: [28, 28, 10, 14, 20, 14, 12, 12, 12], rows: lineRows },
    { name: words.apart, tab: 3, widths: [10, 18, 8, 22, 24, 20, 14, 26], rows: apartRows },
    { name: words.rules, tab: 4, widths: [46, 28, 10, 10, 14], rows: ruleRows },
  ]
}
