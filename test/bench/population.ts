/** What the site under test knows before the first charger connects. */
export const STATIONS = 1_000
export const CARDS = 5_000

export function stationIdentity(index: number): string {
  return `BENCH_${String(index).padStart(4, '0')}`
}

/** What a charger tells of its hardware, and what its certificate is for. */
export function serialNumberOf(index: number): string {
  return `SN-${index}`
}

/** A card number as long as a seven-byte UID; the numbers are spread so that look-ups don't follow one another. */
export function cardNumber(index: number): string {
  return `04${((index * 2_654_435_761) % 2 ** 40).toString(16).padStart(12, '0').toUpperCase()}`
}

/** Devices of each kind in the load of the broker. */
const DEVICES = 5

export function deviceNames(kind: 'publisher' | 'subscriber'): string[] {
  return Array.from({ length: DEVICES }, (_, index) => `${kind}-${index}`)
}
