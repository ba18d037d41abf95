import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { phrase } from '../phrase'
import { abortable } from './abortable'
import { FeedProblem } from './feedProblem'
import { type HttpsOptions, httpsFile } from './httpsFile'

/** A place that has new versions: their signed descriptions and their files lie in it under their names. */
export interface FeedSource {
  /** The bytes of a file; the reader breaks off when it has enough. @throws FeedProblem, or what the disk or network says */
  read(name: string, signal: AbortSignal): AsyncIterable<Buffer>
}

/**
 * The feed at an address: an https URL, whose path is taken for a folder, or the whole path of a folder. Null when it is
 * neither. What it gives is believed only by its signature; https is there so that nobody sees who looks.
 */
export function openFeedSource(address: string, options: HttpsOptions): FeedSource | null {
  if (/^https:\/\//i.test(address)) {
    const base = URL.canParse(address) ? new URL(address) : null
    if (base === null || base.username !== '' || base.password !== '') return null
    if (!base.pathname.endsWith('/')) base.pathname += '/'
    base.hash = ''
    return {
      read(name, signal) {
        const url = new URL(base)
        url.pathname += encodeURIComponent(name)
        return httpsFile(url, { ...options, name, signal })
      },
    }
  }
  if (!path.isAbsolute(address)) return null
  return { read: (name, signal) => abortable(folderFile(path.join(address, name), name, signal), signal) }
}

async function* folderFile(file: string, name: string, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
  const found = await stat(file).catch((error) => {
    if (isMissing(error)) throw new FeedProblem(phrase('updates.feed.nothingThere', { name }))
    throw error
  })
  if (!found.isFile()) throw new FeedProblem(phrase('updates.feed.nothingThere', { name }))
  yield* createReadStream(file, { signal }) as AsyncIterable<Buffer>
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A small text of a feed. @throws as `read`, and FeedProblem when it is larger than `maxBytes` */
export async function readFeedText(
  source: FeedSource,
  name: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of source.read(name, signal)) {
    length += part.length
    if (length > maxBytes) throw new FeedProblem(phrase('updates.feed.tooLarge', { name }))
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
