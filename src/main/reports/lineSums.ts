import type { Charge, ReportHead, ReportLine } from '@shared/contract/reports'
import type { Tariff } from '@shared/contract/tariffs'
import type { LineName } from './lineOf'
import { taxed, toMinor } from './money'
import type { PayingCard } from './payingCards'
import type { Share } from './sessionShare'

/** What has been summed up under one tariff. */
interface TariffSum {
  readonly tariff: Tariff
  readonly energy: Map<number | null, number>
  energyNano: bigint
  sessionFees: number
  feesMinor: number
}

interface LineSum {
  readonly line: LineName
  readonly byTariff: Map<number, TariffSum>
  sessions: number
  energyMwh: number
  unpricedMwh: number
  splitByTime: number
}

/** Sums shares of sessions up, line by line. */
export interface LineSums {
  /** @param card what pays for the month of the session; null without a card, or where cards pay nothing for a month */
  add(line: LineName, share: Share, card: PayingCard | null): void
  /** The lines, the most energy first, and what they come to together. */
  finish(): { lines: ReportLine[]; total: ReportHead['total'] }
}

/** @param monthTariff the one that says what a card costs for the month; undefined when none does */
export function createLineSums(monthTariff: Tariff | undefined): LineSums {
  const sums = new Map<string, LineSum>()
  /** The line that each card's fee stands in: that of the newest card. */
  const payers = new Map<string, { readonly line: string; readonly place: number }>()

  const sumOf = (line: LineName): LineSum => {
    let sum = sums.get(line.key)
    if (!sum) {
      const nothing = { sessions: 0, energyMwh: 0, unpricedMwh: 0, splitByTime: 0 }
      sum = { line, byTariff: new Map(), ...nothing }
      sums.set(line.key, sum)
    }
    return sum
  }

  return {
    add(line, share, card) {
      const sum = sumOf(line)
      sum.sessions += 1
      sum.energyMwh += share.energyMwh
      if (share.split === 'time') sum.splitByTime += 1
      if (card !== null && share.energyMwh > 0 && card.place >= (payers.get(card.key)?.place ?? 0)) {
        payers.set(card.key, { line: line.key, place: card.place })
      }
      for (const { tariff, energy, energyNano, feeMinor } of share.charges) {
        const energyMwh = energy.reduce((all, part) => all + part.energyMwh, 0)
        if (tariff === null) {
          sum.unpricedMwh += energyMwh
          continue
        }
        const under = tariffSum(sum.byTariff, tariff)
        for (const { band, energyMwh: own } of energy) under.energy.set(band, (under.energy.get(band) ?? 0) + own)
        under.energyNano += energyNano
        under.feesMinor += feeMinor
        if (feeMinor > 0) under.sessionFees += 1
      }
    },

    finish() {
      const fees = new Map<string, number>()
      for (const { line } of payers.values()) fees.set(line, (fees.get(line) ?? 0) + 1)
      const lines = [...sums.values()].map((sum) => toLine(sum, monthTariff, fees.get(sum.line.key) ?? 0))
      lines.sort((a, b) => b.energyMwh - a.energyMwh || (a.key < b.key ? -1 : 1))
      return { lines, total: totalOf(lines) }
    },
  }
}

function tariffSum(byTariff: Map<number, TariffSum>, tariff: Tariff): TariffSum {
  let sum = byTariff.get(tariff.id)
  if (!sum) {
    sum = { tariff, energy: new Map(), energyNano: 0n, sessionFees: 0, feesMinor: 0 }
    byTariff.set(tariff.id, sum)
  }
  return sum
}

function toLine(sum: LineSum, monthTariff: Tariff | undefined, cards: number): ReportLine {
  const { line, byTariff, sessions, energyMwh, unpricedMwh, splitByTime } = sum
  const monthFees = monthTariff && monthTariff.feePerMonthMinor > 0 ? cards : 0
  // A fee for the month is due also where all energy came under a later tariff.
  if (monthTariff && monthFees > 0) tariffSum(byTariff, monthTariff)
  const charges = [...byTariff.values()]
    .map((under) => toCharge(under, under.tariff === monthTariff ? monthFees : 0))
    .sort((a, b) => a.tariffId - b.tariffId)
  return { ...line, charges, sessions, energyMwh, unpricedMwh, splitByTime, ...moneyOf(charges) }
}

/** Here amounts become whole units: rounded once, or as sums of what was rounded session by session. */
function toCharge({ tariff, energy, energyNano, sessionFees, feesMinor }: TariffSum, monthFees: number): Charge {
  const energyMinor = toMinor(energyNano, tariff.rounding.mode)
  const fees = feesMinor + monthFees * tariff.feePerMonthMinor
  return {
    tariffId: tariff.id,
    energy: [...energy]
      .map(([band, energyMwh]) => ({ band, energyMwh }))
      .sort((a, b) => (a.band ?? -1) - (b.band ?? -1)),
    energyMinor,
    sessionFees,
    monthFees,
    feesMinor: fees,
    ...taxed(energyMinor + fees, tariff),
  }
}

type Money = Pick<ReportLine, 'netMinor' | 'taxMinor' | 'totalMinor'>

function moneyOf(parts: readonly Money[]): Money {
  const sum = (pick: (part: Money) => number) => parts.reduce((all, part) => all + pick(part), 0)
  return {
    netMinor: sum(({ netMinor }) => netMinor),
    taxMinor: sum(({ taxMinor }) => taxMinor),
    totalMinor: sum(({ totalMinor }) => totalMinor),
  }
}

function totalOf(lines: readonly ReportLine[]): ReportHead['total'] {
  const sum = (pick: (line: ReportLine) => number) => lines.reduce((all, line) => all + pick(line), 0)
  return {
    sessions: sum(({ sessions }) => sessions),
    energyMwh: sum(({ energyMwh }) => energyMwh),
    unpricedMwh: sum(({ unpricedMwh }) => unpricedMwh),
    splitByTime: sum(({ splitByTime }) => splitByTime),
    ...moneyOf(lines),
  }
}
