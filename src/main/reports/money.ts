import type { RoundingMode, TariffTerms } from '@shared/contract/tariffs'

/*
 * Amounts are whole numbers throughout. `minor` is the currency's smallest unit (cents), `milliMinor` a thousandth of it,
 * and `nanoMinor` its 1,000,000,000th part, in which energy (milliwatt-hours) times price (milliMinor a kilowatt-hour)
 * is exact; those are BigInt.
 */
const NANO_A_MINOR = 1_000_000_000n
const NANO_A_MILLI = 1_000_000n
const MILLION = 1_000_000n

/** What energy costs, exactly: milliwatt-hours, at thousandths of the smallest unit a kilowatt-hour. */
export function exactCost(energyMwh: number, pricePerKwhMilliMinor: number): bigint {
  return BigInt(energyMwh) * BigInt(pricePerKwhMilliMinor)
}

/** A quotient of numbers that are not negative, as a whole number. `half-even` takes the even one of two that are as near. */
export function divideRounded(value: bigint, by: bigint, mode: RoundingMode): bigint {
  const whole = value / by
  const twice = (value % by) * 2n
  switch (mode) {
    case 'down':
      return whole
    case 'half-up':
      return twice >= by ? whole + 1n : whole
    case 'half-even':
      return twice > by || (twice === by && whole % 2n === 1n) ? whole + 1n : whole
  }
}

export function toMinor(nanoMinor: bigint, mode: RoundingMode): number {
  return Number(divideRounded(nanoMinor, NANO_A_MINOR, mode))
}

/** For showing what is rounded further on only. */
export function toMilliMinor(nanoMinor: bigint): number {
  return Number(divideRounded(nanoMinor, NANO_A_MILLI, 'half-up'))
}

export function nanoOf(minor: number): bigint {
  return BigInt(minor) * NANO_A_MINOR
}

/** The tax on an amount, or in it. `rateMillionths`: 190000 is 19 %. */
export function taxed(
  subtotalMinor: number,
  { tax, rounding }: Pick<TariffTerms, 'tax' | 'rounding'>,
): { netMinor: number; taxMinor: number; totalMinor: number } {
  const rate = BigInt(tax.rateMillionths)
  const taxMinor = Number(
    divideRounded(BigInt(subtotalMinor) * rate, tax.included ? MILLION + rate : MILLION, rounding.mode),
  )
  return tax.included
    ? { netMinor: subtotalMinor - taxMinor, taxMinor, totalMinor: subtotalMinor }
    : { netMinor: subtotalMinor, taxMinor, totalMinor: subtotalMinor + taxMinor }
}
