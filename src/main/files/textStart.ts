import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** The first part of a file that is text. */
export type TextStart =
  | { readonly kind: 'text'; readonly text: string; readonly isWhole: boolean; readonly wasPacked: boolean }
  | { readonly kind: 'not-text' }

const GZIP = [0x1f, 0x8b]

/**
 * Reads the beginning of a file, unpacked when it is gzipped, and never more than `maxBytes` of it: an archive bomb is
 * stopped there. Text is what has no NUL: UTF-8, or else Latin-1. A character that the end cuts in two is left out.
 */
export async function textStart(file: string, maxBytes: number): Promise<TextStart> {
  const first = await read(createReadStream(file, { end: GZIP.length - 1 }), GZIP.length)
  const wasPacked = GZIP.every((byte, place) => first.bytes[place] === byte)
  // Breaking off one of a pipeline closes the other; what it reports besides is what reading it throws.
  const stream = wasPacked ? pipeline(createReadStream(file), createGunzip(), () => {}) : createReadStream(file)
  const start = await read(stream, maxBytes).catch(() => null)
  if (start === null || start.bytes.includes(0)) return { kind: 'not-text' }
  return { kind: 'text', text: decode(start.bytes, start.isWhole), isWhole: start.isWhole, wasPacked }
}

function decode(bytes: Buffer, isWhole: boolean): string {
  try {
    // As a stream: what is left over of the last character is simply not given out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

async function read(stream: NodeJS.ReadableStream, maxBytes: number): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes) return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), isWhole: false }
  }
  return { bytes: Buffer.concat(chunks), isWhole: true }
}
