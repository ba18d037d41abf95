/** Longest topic or filter in UTF-8 bytes that is taken; MQTT itself would allow 65,535. */
export const TOPIC_MAX_BYTES = 1_024
/** Most levels of a topic or filter. */
export const TOPIC_MAX_LEVELS = 32

const NUL = String.fromCharCode(0)

/** Whether a text can be a topic filter (MQTT 3.1.1 §4.7), within the limits of this site. */
export function isFilter(filter: string): boolean {
  if (!isTopicText(filter)) return false
  const levels = filter.split('/')
  return levels.every(
    (level, place) =>
      level === '+' || (level === '#' && place === levels.length - 1) || !(level.includes('+') || level.includes('#')),
  )
}

/** Whether a text can be the topic of a message: a filter without wildcards. */
export function isTopic(topic: string): boolean {
  return isTopicText(topic) && !topic.includes('+') && !topic.includes('#')
}

function isTopicText(text: string): boolean {
  return (
    text.length > 0 &&
    !text.includes(NUL) &&
    new TextEncoder().encode(text).length <= TOPIC_MAX_BYTES &&
    text.split('/').length <= TOPIC_MAX_LEVELS
  )
}

/**
 * Whether every topic that `inner` matches is matched by `outer` too; a topic is a filter that matches itself. Topics
 * that begin with `$` are the broker's own: a wildcard in the first place does not reach them [MQTT-4.7.2-1].
 */
export function covers(outer: string, inner: string): boolean {
  const wide = outer.split('/')
  const narrow = inner.split('/')
  if (narrow[0]?.startsWith('$') && (wide[0] === '#' || wide[0] === '+')) return false
  for (const [place, level] of wide.entries()) {
    // `a/#` matches `a` as well [MQTT-4.7.1-2], so here `narrow` may have ended one level before.
    if (level === '#') return place <= narrow.length
    const other = narrow[place]
    if (other === undefined || other === '#') return false
    if (level !== '+' && level !== other) return false
  }
  return wide.length === narrow.length
}
