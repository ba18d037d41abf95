import { numberFormat } from './intl'

/** Watts as kilowatts with one decimal: 7360 → “7.4 kW”. */
export function formatPower(watts: number, locale: string): string {
  const amount = numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return `${amount.format(watts / 1000)} kW`
}
