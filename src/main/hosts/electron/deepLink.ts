/** The scheme of links into the console, such as `chargehand://stations/3/log`. */
export const LINK_SCHEME = 'chargehand'

/** Longest address a link may hold, in characters. */
const LINK_MAX_LENGTH = 500

const LINK = new RegExp(`^${LINK_SCHEME}:/{0,3}([\\w\\-./~%?&=+]*)$`, 'i')

/**
 * The place in the console that a link means, without a slash at its beginning; null when it is none of ours. Anything
 * on the computer can hand one over: it only ever becomes what stands behind the `#` of the console's own address.
 */
export function placeOfLink(link: string): string | null {
  if (link.length > LINK_MAX_LENGTH) return null
  return LINK.exec(link)?.[1]?.replace(/^\/+|\/+$/g, '') ?? null
}

/** Whether an argument of the program is a link, and no option of ours. */
export function isLink(argument: string): boolean {
  return argument.toLowerCase().startsWith(`${LINK_SCHEME}:`)
}

/** The place that a start of the program was asked for by its arguments; null when by none. */
export function placeOfArguments(argv: readonly string[]): string | null {
  const link = argv.find(isLink)
  return link === undefined ? null : placeOfLink(link)
}
