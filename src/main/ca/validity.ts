const MINUTE = 60_000

/**
 * How far before the moment of signing a certificate starts to be valid, in milliseconds. A station must refuse a
 * certificate from its future (A02.FR.06), and the clocks of stations are wrong by minutes.
 */
export const BACKDATE_MS = 30 * MINUTE

/** The root is typed into chargers by hand; it should outlive them. */
export const ROOT_VALIDITY_MONTHS = 20 * 12

/** The issuing CA is replaced once in the life of the root. */
export const ISSUING_VALIDITY_MONTHS = 10 * 12

/** The validity of a certificate signed at `now` (ms): backdated start, end after calendar months; whole seconds. */
export function validityFrom(now: number, months: number): { notBefore: number; notAfter: number } {
  const wholeSeconds = now - (now % 1000)
  const end = new Date(wholeSeconds)
  const day = end.getUTCDate()
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(day, lastDay))
  return { notBefore: wholeSeconds - BACKDATE_MS, notAfter: end.getTime() }
}

/** How long a client's certificate lasts: as long as it should, as long as its issuer does, or not at all. Times in ms. */
export type ClientValidity =
  | { readonly kind: 'whole' | 'shortened'; readonly notBefore: number; readonly notAfter: number }
  | { readonly kind: 'issuer-expired'; readonly issuerNotAfter: number }

/**
 * The validity of a certificate signed at `now` for so many calendar months by an issuer that ends at `issuerNotAfter`
 * (both ms). A certificate that outlives its issuer would be refused from then on; better that it says so itself.
 */
export function clientValidity(now: number, issuerNotAfter: number, months: number): ClientValidity {
  if (issuerNotAfter <= now) return { kind: 'issuer-expired', issuerNotAfter }
  const { notBefore, notAfter } = validityFrom(now, months)
  return notAfter <= issuerNotAfter
    ? { kind: 'whole', notBefore, notAfter }
    : { kind: 'shortened', notBefore, notAfter: issuerNotAfter }
}
