import { randomFillSync } from 'node:crypto'
import type { SiteClient } from './transports'

/** Bytes that nothing compresses or guesses. */
export const someBytes = (size: number): Buffer<ArrayBuffer> => randomFillSync(Buffer.alloc(size))

/** Adds a firmware as the console does, part by part; gives its number. */
export async function addFirmware(
  client: Pick<SiteClient, 'files'>,
  bytes: Buffer,
  name = 'post-22 v4.bin',
): Promise<number> {
  const begun = await client.files.begin({ name, size: bytes.length })
  if (begun.kind !== 'begun') throw new Error(begun.kind)
  const { uploadId, partBytes } = begun
  for (let offset = 0; offset < bytes.length; offset += partBytes) {
    const data = bytes.subarray(offset, offset + partBytes).toString('base64')
    await client.files.append({ uploadId, offset, data })
  }
  const done = await client.files.finish({ uploadId, version: '4.0' })
  if (done.kind !== 'stored') throw new Error(done.kind)
  return done.file.id
}
