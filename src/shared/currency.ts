/** How many decimals an amount of a currency (ISO 4217) has: 2 for EUR, 0 for KRW. */
export function currencyDecimals(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
