import type { PriceBand, RoundingMode, Tariff, TariffTerms } from '@shared/contract/tariffs'

/** Hours with a price of their own, as they are typed. */
export interface BandDraft {
  readonly name: string
  readonly days: readonly number[]
  /** `22:00` */
  readonly from: string
  readonly until: string
  readonly price: string
}

/** A tariff as it is typed: amounts are texts until they are sent. */
export interface TariffDraft {
  readonly fromDay: string
  readonly price: string
  readonly bands: readonly BandDraft[]
  readonly sessionFee: string
  readonly monthFee: string
  readonly taxName: string
  readonly taxPercent: string
  readonly taxIncluded: boolean
  readonly what: TariffTerms['rounding']['what']
  readonly mode: RoundingMode
}

/** Decimals of a price a kilowatt-hour beyond those of its currency. */
const FINE = 3
const PERCENT_DECIMALS = 4

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** The night, as most tariffs have it. */
export const NEW_BAND: BandDraft = { name: '', days: EVERY_DAY, from: '22:00', until: '06:00', price: '' }

/** A new tariff: the one before it as far as there is one, from a day on. */
export function draftOf(before: Tariff | undefined, fromDay: string, decimals: number): TariffDraft {
  const amount = (value: number, places: number) => writeDecimal(value, places)
  if (!before) {
    return {
      fromDay,
      price: '',
      bands: [],
      sessionFee: '',
      monthFee: '',
      taxName: '',
      taxPercent: '0',
      taxIncluded: true,
      what: 'session',
      mode: 'half-up',
    }
  }
  const { pricePerKwhMilliMinor, bands, feePerSessionMinor, feePerMonthMinor, tax, rounding } = before
  return {
    fromDay,
    price: amount(pricePerKwhMilliMinor, decimals + FINE),
    bands: bands.map((band) => ({
      name: band.name,
      days: band.days,
      from: writeClock(band.fromMinute),
      until: writeClock(band.untilMinute),
      price: amount(band.pricePerKwhMilliMinor, decimals + FINE),
    })),
    sessionFee: feePerSessionMinor === 0 ? '' : amount(feePerSessionMinor, decimals),
    monthFee: feePerMonthMinor === 0 ? '' : amount(feePerMonthMinor, decimals),
    taxName: tax.name,
    taxPercent: amount(tax.rateMillionths, PERCENT_DECIMALS),
    taxIncluded: tax.included,
    what: rounding.what,
    mode: rounding.mode,
  }
}

/** The fields that can't be sent as they are; bands by their places. */
export interface DraftProblems {
  readonly fields: ReadonlySet<'fromDay' | 'price' | 'sessionFee' | 'monthFee' | 'taxPercent'>
  readonly bands: ReadonlyMap<number, ReadonlySet<'name' | 'days' | 'from' | 'until' | 'price'>>
}

/** What a draft says. @param decimals of the currency */
export function readDraft(
  draft: TariffDraft,
  decimals: number,
): { readonly terms: (TariffTerms & { fromDay: string }) | null; readonly problems: DraftProblems } {
  const price = readPrice(draft.price, decimals)
  const sessionFee = readDecimal(draft.sessionFee || '0', decimals)
  const monthFee = readDecimal(draft.monthFee || '0', decimals)
  const rate = readDecimal(draft.taxPercent || '0', PERCENT_DECIMALS)
  const read = draft.bands.map((band) => readBand(band, decimals))
  const fields = new Set<'fromDay' | 'price' | 'sessionFee' | 'monthFee' | 'taxPercent'>()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.fromDay)) fields.add('fromDay')
  if (price === null) fields.add('price')
  if (sessionFee === null) fields.add('sessionFee')
  if (monthFee === null) fields.add('monthFee')
  if (rate === null || rate > 1_000_000) fields.add('taxPercent')
  const bands = new Map(read.flatMap(({ problems }, place) => (problems.size > 0 ? [[place, problems] as const] : [])))
  const problems = { fields, bands }
  if (price === null || sessionFee === null || monthFee === null || rate === null || fields.size + bands.size > 0) {
    return { terms: null, problems }
  }
  const terms = {
    fromDay: draft.fromDay,
    pricePerKwhMilliMinor: price,
    bands: read.flatMap(({ band }) => band ?? []),
    feePerSessionMinor: sessionFee,
    feePerMonthMinor: monthFee,
    tax: { name: draft.taxName.trim(), rateMillionths: rate, included: draft.taxIncluded },
    rounding: { what: draft.what, mode: draft.mode },
  }
  return { terms, problems }
}

function readBand(draft: BandDraft, decimals: number) {
  const problems = new Set<'name' | 'days' | 'from' | 'until' | 'price'>()
  const name = draft.name.trim()
  const price = readPrice(draft.price, decimals)
  const from = readClock(draft.from)
  const until = readClock(draft.until)
  if (name === '') problems.add('name')
  if (draft.days.length === 0) problems.add('days')
  if (from === null) problems.add('from')
  if (until === null) problems.add('until')
  if (price === null) problems.add('price')
  if (from === null || until === null || price === null || problems.size > 0) return { band: null, problems }
  const band: PriceBand = {
    name,
    days: [...draft.days],
    fromMinute: from,
    // Midnight as an end is the end of the day.
    untilMinute: until === 0 ? 1_440 : until,
    pricePerKwhMilliMinor: price,
  }
  return { band, problems }
}

/** What reads as thousands in one language and as a small amount in another: “1,000”, “12.500”. */
const GROUPED = /^[1-9]\d{0,2}[.,]\d{3}$/

/** A price a kilowatt-hour. Where a currency has no decimals, “3,500” is a price of thousands and not of three and a half. */
function readPrice(text: string, decimals: number): number | null {
  return decimals === 0 && GROUPED.test(text.trim()) ? null : readDecimal(text, decimals + FINE)
}

/**
 * A number as people type it, with a point or a comma, as a whole number of its smallest places: “0,3025” with five
 * places is 30250. Null for anything else, also for more places than there are, and for thousands that are set apart: a
 * fee of “1,000” is nobody's fee of 1. No floating point on the way.
 */
export function readDecimal(text: string, places: number): number | null {
  if (places < FINE && GROUPED.test(text.trim())) return null
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim()) ?? []
  const digits = fraction.replace(/0+$/, '')
  if (whole === '' || digits.length > places) return null
  return Number(`${whole}${digits.padEnd(places, '0')}`)
}

/** The other way round, with a point, without zeros that say nothing but those of money. */
export function writeDecimal(value: number, places: number): string {
  const digits = String(value).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction.padEnd(Math.min(2, places), '0')}`
}

function readClock(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

function writeClock(minutes: number): string {
  const inDay = minutes % 1_440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
