/**
 * A timestamp that passed its schema, in milliseconds since 1970 UTC. RFC 3339 allows two things that JavaScript does
 * not read: a leap second, which counts as the one before, and (as the validator has it) an offset of hours alone.
 */
export function readTime(text: string): number {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  return Date.parse(text.replace(/:60(?=\D|$)/, ':59').replace(/([+-]\d\d)$/, '$1:00'))
}
