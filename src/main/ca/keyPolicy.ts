/** Curves a station's key may lie on: the two that every TLS stack of the field has (A00.FR.503 asks for ≥ 224 bits). */
export const ALLOWED_CURVES: readonly string[] = ['P-256', 'P-384']

/** Smallest RSA modulus, in bits (A00.FR.502). */
export const MIN_RSA_BITS = 2048

/** Largest RSA modulus, in bits: more gains nothing and stalls small controllers and this server alike. */
export const MAX_RSA_BITS = 8192

/** Smallest RSA public exponent; smaller ones have a history of forgeries (FIPS 186-5 A.1.1 asks for 2^16 < e < 2^256). */
export const MIN_RSA_EXPONENT = 65_537n

/** RSA public exponents have to stay below this (FIPS 186-5 A.1.1). */
export const RSA_EXPONENT_LIMIT = 2n ** 256n
