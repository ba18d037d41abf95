import { currencyDecimals } from '@shared/currency'
import { numberFormat } from './intl'

/** Decimals of a price beyond those of its currency. */
const FINE = 3

/** Writes amounts in thousandths of a currency's smallest coin, with as many decimals as they have. */
export function fineMoney(locale: string, currency: string): (milliMinor: number) => string {
  const decimals = currencyDecimals(currency)
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals + FINE,
  })
  return (milliMinor) => format.format(milliMinor / 10 ** (decimals + FINE))
}
