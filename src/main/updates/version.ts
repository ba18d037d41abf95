/** A version as releases have it: three numbers, and what a pre-release adds (Semantic Versioning 2.0.0). */
export const VERSION = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/

/** Below zero when `a` is the older one, 0 when both are the same (Semantic Versioning 2.0.0 §11). */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (const index of [0, 1, 2]) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  // A version comes after all of its pre-releases.
  if (left.before.length === 0 || right.before.length === 0) return right.before.length - left.before.length
  for (let index = 0; index < Math.max(left.before.length, right.before.length); index++) {
    const difference = compareIdentifiers(left.before[index], right.before[index])
    if (difference !== 0) return difference
  }
  return 0
}

function partsOf(version: string) {
  const [, major, minor, patch, before] = VERSION.exec(version) ?? []
  return { numbers: [Number(major), Number(minor), Number(patch)], before: before?.split('.') ?? [] }
}

/** Numbers by their value and before words; who has fewer identifiers comes first. */
function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isNumberA && isNumberB) return Math.sign(Number(a) - Number(b))
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1
  return a < b ? -1 : Number(a > b)
}
