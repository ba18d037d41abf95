import { SECRET_LENGTH } from '../../files/secret'

/** Paths that are served by the endpoint for files. */
export function isFilePath(url: string | undefined): boolean {
  return /^\/+files\//.test(url ?? '')
}

const LINK = new RegExp(`^/+files/+([A-Za-z0-9_-]{${SECRET_LENGTH}})([^?#]*)`)

/**
 * The secret of a link, and the file name that the station added: with a slash or, as some do, without one. Whatever the
 * rest of the path says, it names nothing on this computer.
 */
export function readLink(url: string): { readonly secret: string; readonly name: string | null } | null {
  const [, secret, rest = ''] = LINK.exec(url) ?? []
  if (secret === undefined) return null
  return { secret, name: decoded(rest) }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text) || null
  } catch {
    return text
  }
}
