/** How a timestamp that tells its zone ends. */
const ZONE = /(?:z|[+-]\d\d(?::?\d\d)?)$/i

/**
 * A timestamp that passed its schema, in milliseconds since 1970 UTC; NaN for other texts. Three things that are
 * accepted JavaScript does not read, or not so: a leap second, which counts as the one before; an offset of hours alone;
 * and no offset at all, as real 1.6 stations send it. That means UTC (the specifications ask for it), never the zone of
 * this computer.
 */
export function readTime(text: string): number {
  // One message says one time again and again.
  if (text !== lastText) {
    lastTime = parse(text)
    lastText = text
  }
  return lastTime
}

let lastText = ''
let lastTime = Number.NaN

function parse(text: string): number {
  const zoned = text.endsWith('Z') || ZONE.test(text) ? text : `${text}Z`
  const at = Date.parse(zoned)
  if (!Number.isNaN(at)) return at
  return Date.parse(zoned.replace(/:60(?=\D|$)/, ':59').replace(/([+-]\d\d)$/, '$1:00'))
}
