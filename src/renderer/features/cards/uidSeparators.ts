const PAIRS = /^(?:[0-9a-f]{2}[ :-])+[0-9a-f]{2}$/i

/**
 * A card number as a person typed it, without the spaces, colons and dashes between the pairs of digits of a UID: cards
 * have them in print, and chargers hardly ever send them. For typed numbers only: a charger that presents
 * `04-A1-B2-C3` presents just that.
 */
export function withoutUidSeparators(typed: string): string {
  const trimmed = typed.trim()
  return PAIRS.test(trimmed) ? trimmed.replace(/[ :-]/g, '') : trimmed
}
