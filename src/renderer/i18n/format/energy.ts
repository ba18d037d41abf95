import { numberFormat } from './intl'

/** Watt-hours as kilowatt-hours with two decimals: 12340 → “12.34 kWh”. */
export function formatEnergy(wattHours: number, locale: string): string {
  const amount = numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${amount.format(wattHours / 1000)} kWh`
}
