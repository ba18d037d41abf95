import type { PriceBand, Tariff, TariffTerms } from '@shared/contract/tariffs'

/** 30 cents, no fees, 19 % in it, rounded session by session; what differs is given. */
export function termsWith(terms: Partial<TariffTerms> = {}): TariffTerms {
  return {
    pricePerKwhMilliMinor: 30_000,
    bands: [],
    feePerSessionMinor: 0,
    feePerMonthMinor: 0,
    tax: { name: 'VAT', rateMillionths: 190_000, included: true },
    rounding: { what: 'session', mode: 'half-up' },
    ...terms,
  }
}

export function tariffFrom(fromDay: string, terms: Partial<TariffTerms> = {}, id = 1): Tariff {
  return { ...termsWith(terms), id, fromDay, madeAt: 0, madeBy: 'test' }
}

/** 22:00 to 6:00 on these days, at 20 cents. */
export function nightBand(days: number[] = [1, 2, 3, 4, 5, 6, 7]): PriceBand {
  return { name: 'Night', days, fromMinute: 22 * 60, untilMinute: 6 * 60, pricePerKwhMilliMinor: 20_000 }
}
