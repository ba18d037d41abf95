import { FILE_TEXT_MAX_LENGTH } from '@shared/ocpp/file'
import { showUnprintable } from '@shared/printable'

/**
 * A name that can be shown and saved under, made of what a caller says: the last part of a path, without what is hidden
 * and without what one of the systems refuses; null when nothing is left of it. It is never used as a path here.
 */
export function shownName(said: string | null | undefined): string | null {
  const last = (said ?? '').split(/[/\\]/).at(-1) ?? ''
  const name = showUnprintable(last)
    .replace(/[<>:"|?*]+/g, '_')
    .trim()
    // From the front: the end says what kind of file it is.
    .slice(-FILE_TEXT_MAX_LENGTH)
  return /^[.\s]*$/.test(name) ? null : name
}

/** The name for URLs of links: the plain part of it, because chargers take it for a path of their own. */
export function urlName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._]+/, '')
    .slice(-40)
  return plain === '' ? 'file' : plain
}
