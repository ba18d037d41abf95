/**
 * What is wrong with an RSA modulus. `small-factor`: it is no product of two large primes; `roca`: it was made by the
 * library of a widely used chip whose keys can be computed from their public half (CVE-2017-15361).
 */
export type RsaFlaw = 'small-factor' | 'roca'

/** Primes below this are tried. */
const TRIED_BELOW = 2_000

function primesBelow(limit: number): number[] {
  const primes: number[] = []
  for (let number = 2; number < limit; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number)
  }
  return primes
}

const PRIMES = primesBelow(TRIED_BELOW)
const PRODUCT = PRIMES.reduce((product, prime) => product * BigInt(prime), 1n)

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

/** The primes that the chip's library multiplies to a number M; a modulus of it is a power of 65537 modulo M. */
const ROCA_PRIMES = PRIMES.filter((prime) => prime > 2 && prime <= 167)

/** The remainders that such a modulus can have, for each of the primes. */
const ROCA_REMAINDERS = ROCA_PRIMES.map((prime) => {
  const powers = new Set<number>()
  for (let power = 1; !powers.has(power); power = (power * 65_537) % prime) powers.add(power)
  return powers
})

/** Finds the flaws that show in a modulus itself; null says only that none of them is there. */
export function rsaFlaw(modulus: bigint): RsaFlaw | null {
  if (greatestCommonDivisor(modulus, PRODUCT) !== 1n) return 'small-factor'
  const fits = ROCA_PRIMES.every((prime, index) => ROCA_REMAINDERS[index]?.has(Number(modulus % BigInt(prime))))
  return fits ? 'roca' : null
}
