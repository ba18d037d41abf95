import type { ApartReason, ApartSession, ReportSession } from '@shared/contract/reports'
import type { Tariff } from '@shared/contract/tariffs'
import type { Span } from '@shared/zone'
import { exactCost, nanoOf, toMilliMinor, toMinor } from './money'
import { type PriceSpan, spanAt } from './priceSpans'
import { type Meter, splitEnergy } from './split'

/** A session as a report reads it. */
export interface LedgerSession {
  readonly id: number
  readonly stationIdentity: string
  readonly evseId: number | null
  readonly token: string | null
  readonly who: string | null
  readonly running: boolean
  readonly unsettled: boolean
  /** Milliwatt-hours; null where the ledger knows none. */
  readonly energyMwh: number | null
  /** As told, or as it was settled. */
  readonly beganAt: number | null
  readonly endedAt: number | null
  readonly firstReadingAt: number | null
  readonly lastReadingAt: number | null
  /** Its place in the ledger: never null. */
  readonly listedAt: number
}

/** The part of a session that belongs to a period, and what it costs. */
export interface Share {
  readonly session: LedgerSession
  readonly time: Span
  /** Milliwatt-hours of the whole session. */
  readonly wholeEnergyMwh: number
  /** Those of this part. */
  readonly energyMwh: number
  readonly split: ReportSession['split']
  /** By tariff, in time order: a session may reach over the day on which another one begins. */
  readonly charges: readonly ShareCharge[]
}

export interface ShareCharge {
  /** Null before the first tariff. */
  readonly tariff: Tariff | null
  readonly energy: readonly { readonly band: number | null; readonly energyMwh: number }[]
  /** Exactly; rounded already where each session is. */
  readonly energyNano: bigint
  readonly feeMinor: number
}

/** A period with its prices. */
export interface PricedPeriod extends Span {
  /** Without a gap, from its beginning to its end. */
  readonly spans: readonly PriceSpan[]
}

/** Milliwatt-hours of an energy in watt-hours, which stations tell with a few decimals. */
export function milliwattHours(wattHours: number): number {
  return Math.round(wattHours * 1_000)
}

/** Why a session counts in no sum; null when it counts. */
function apartReason(session: LedgerSession): ApartReason | null {
  if (session.unsettled) return 'undecided'
  if (session.running) return 'running'
  return session.energyMwh === null ? 'no-energy' : null
}

/** When a session went on, as far as anybody knows. @param now until which one goes on that has not ended */
export function timeOf(session: LedgerSession, now: number): Span {
  const { running, unsettled, firstReadingAt, lastReadingAt, listedAt } = session
  const goesOn = running && !unsettled
  const end = goesOn ? now : (session.endedAt ?? lastReadingAt)
  const from = session.beganAt ?? firstReadingAt ?? end ?? listedAt
  return { from, to: Math.max(end ?? from, from) }
}

/** Whether any of a session lies in a period. What took no time lies in the period in which it was. */
export function liesIn({ from, to }: Span, period: Span): boolean {
  return from < period.to && (to > period.from || from >= period.from)
}

/** A session that counts in no sum; null when it does. */
export function apartOf(session: LedgerSession): Omit<ApartSession, 'lineKey'> | null {
  const reason = apartReason(session)
  return reason && { ...factsOf(session), reason, beganAt: session.beganAt, energyMwh: session.energyMwh }
}

/** Where a session is to be split: at the period's ends, and inside of it wherever another price begins. */
export function momentsIn(time: Span, { from, to, spans }: PricedPeriod): readonly number[] {
  // Most sessions lie in one span, and there are many of both.
  if (time.from >= from && time.to <= spanAt(spans, time.from).to) return NOWHERE
  const inside = (at: number) => at > time.from && at < time.to
  const own = spans.filter((span) => span.from < time.to && span.to > time.from)
  return [...new Set([from, ...own.map((span) => span.from), to])].filter(inside).sort((a, b) => a - b)
}

const NOWHERE: readonly number[] = []

/**
 * What of a session that counts belongs to a period; null when nothing does. Its energy is split at the ends of the
 * period and wherever another price begins, and the parts over all periods add up to what the ledger says.
 * @param moments `momentsIn` of its time
 * @param meter knows these moments; null when there is none that counts up
 */
export function shareOf(
  session: LedgerSession,
  time: Span,
  period: PricedPeriod,
  moments: readonly number[],
  meter: Meter | null,
): Share | null {
  const whole = session.energyMwh
  if (whole === null || !liesIn(time, period)) return null
  if (moments.length === 0) return wholeShare(session, time, whole, spanAt(period.spans, time.from))
  const begins = time.from >= period.from
  const { parts, by } = splitEnergy(whole, time, moments, meter)
  const ownParts = [time.from, ...moments].flatMap((at, place) =>
    at >= period.from && at < period.to ? [{ span: spanAt(period.spans, at), energyMwh: parts[place] ?? 0 }] : [],
  )
  const energyMwh = ownParts.reduce((sum, part) => sum + part.energyMwh, 0)
  // What charged nothing after midnight is no session of the new month.
  if (!begins && energyMwh === 0) return null
  return {
    session,
    time,
    wholeEnergyMwh: whole,
    energyMwh,
    split: whole === 0 ? 'whole' : by,
    charges: chargesOf(ownParts, begins && whole > 0 ? spanAt(period.spans, time.from).tariff : null),
  }
}

/** The share of a session that lies in one span from beginning to end. */
function wholeShare(session: LedgerSession, time: Span, energyMwh: number, { tariff, band }: PriceSpan): Share {
  const charges = [chargeOf(tariff, [{ band, energyMwh }], energyMwh > 0 ? tariff : null)]
  return { session, time, wholeEnergyMwh: energyMwh, energyMwh, split: 'whole', charges }
}

/** A share as a report tells it. */
export function toReportSession(share: Share, lineKey: string): ReportSession {
  const { session, time, wholeEnergyMwh, energyMwh, split, charges } = share
  return {
    ...factsOf(session),
    lineKey,
    beganAt: time.from,
    endedAt: time.to,
    wholeEnergyMwh,
    energyMwh,
    split,
    energy: charges.flatMap(({ tariff, energy }) => energy.map((part) => ({ ...part, tariffId: tariff?.id ?? null }))),
    energyMilliMinor: toMilliMinor(charges.reduce((sum, { energyNano }) => sum + energyNano, 0n)),
    feeMinor: charges.reduce((sum, { feeMinor }) => sum + feeMinor, 0),
  }
}

function chargesOf(
  parts: readonly { readonly span: PriceSpan; readonly energyMwh: number }[],
  feeBy: Tariff | null,
): ShareCharge[] {
  const byTariff = new Map<Tariff | null, Map<number | null, number>>()
  for (const { span, energyMwh } of parts) {
    const bands = byTariff.get(span.tariff) ?? new Map<number | null, number>()
    bands.set(span.band, (bands.get(span.band) ?? 0) + energyMwh)
    byTariff.set(span.tariff, bands)
  }
  return [...byTariff].map(([tariff, bands]) =>
    chargeOf(
      tariff,
      [...bands].map(([band, energyMwh]) => ({ band, energyMwh })),
      feeBy,
    ),
  )
}

/** @param feeBy the tariff that a fee for the session is due under; null when none is */
function chargeOf(tariff: Tariff | null, energy: ShareCharge['energy'], feeBy: Tariff | null): ShareCharge {
  return {
    tariff,
    energy,
    energyNano: tariff === null ? 0n : roundedIfEach(tariff, energy),
    feeMinor: tariff !== null && tariff === feeBy ? tariff.feePerSessionMinor : 0,
  }
}

function roundedIfEach(tariff: Tariff, energy: ShareCharge['energy']): bigint {
  const exact = energy.reduce((sum, { band, energyMwh }) => sum + exactCost(energyMwh, priceOf(tariff, band)), 0n)
  return tariff.rounding.what === 'session' ? nanoOf(toMinor(exact, tariff.rounding.mode)) : exact
}

/** Thousandths of the smallest unit a kilowatt-hour. @param band null for all hours without one */
export function priceOf(tariff: Tariff, band: number | null): number {
  return (band === null ? undefined : tariff.bands[band]?.pricePerKwhMilliMinor) ?? tariff.pricePerKwhMilliMinor
}

function factsOf({ id, stationIdentity, evseId, token, who }: LedgerSession) {
  return { sessionId: id, stationIdentity, evseId, token, who }
}
