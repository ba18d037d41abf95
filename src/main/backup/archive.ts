import { z } from 'zod'
import { type ByteReader, createByteReader } from './byteReader'
import { damaged, parseJson } from './header'

/** What a backup holds, as its first entry says. */
export const Manifest = z.object({
  /** Version of the database's tables. */
  databaseVersion: z.int().min(1),
  /** Logs of stations were left out. */
  withLogs: z.boolean(),
  counts: z.object({
    stations: z.int(),
    cards: z.int(),
    sessions: z.int(),
    files: z.int(),
    keys: z.int(),
    /** Files that were listed and could not be found when it was made. */
    lostFiles: z.int(),
  }),
})
export type Manifest = z.infer<typeof Manifest>
export type BackupCounts = Manifest['counts']

/** Names that the file folder makes; nothing else is ever written to a path. */
export const STORED_NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manifest'), manifest: Manifest, size: z.literal(0) }),
  z.object({ kind: z.literal('database'), size: z.int().min(0) }),
  z.object({ kind: z.literal('file'), name: z.string().regex(STORED_NAME), size: z.int().min(0) }),
  z.object({ kind: z.literal('end'), size: z.literal(0) }),
])
/** One entry of the archive: its head is a JSON text behind its length in 32 bits; `size` bytes follow. */
export type Entry = z.infer<typeof Entry>

const HEAD_MAX = 16 * 1024

export function writeEntryHead(entry: Entry): Buffer {
  const text = Buffer.from(JSON.stringify(entry))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

/** An entry being read; its bytes have to be taken before the next one. */
export interface OpenEntry {
  readonly entry: Entry
  readonly bytes: AsyncIterable<Buffer>
}

/**
 * Reads the entries of an archive, whose bytes are authentic: one manifest, one database, files, an end. A wrong order is
 * called damage all the same. @throws AppError BACKUP_DAMAGED and whatever the source throws
 */
export async function* readArchive(plain: AsyncIterable<Uint8Array>): AsyncGenerator<OpenEntry, void, void> {
  const reader = createByteReader(plain)
  try {
    for (let place = 0; ; place += 1) {
      const entry = await readHead(reader)
      const first = place === 0 ? 'manifest' : place === 1 ? 'database' : null
      const fits = first === null ? entry.kind === 'file' || entry.kind === 'end' : entry.kind === first
      if (!fits) throw damaged('order')
      if (entry.kind === 'end') {
        if (!(await reader.isAtEnd())) throw damaged('order')
        return
      }
      const left = { count: entry.size }
      yield { entry, bytes: readBytes(reader, left) }
      if (left.count > 0) throw new Error(`${left.count} bytes of an entry were not taken`)
    }
  } finally {
    await reader.close()
  }
}

async function readHead(reader: ByteReader): Promise<Entry> {
  const length = (await reader.take(4))?.readUInt32BE() ?? HEAD_MAX + 1
  const text = length > HEAD_MAX ? null : await reader.take(length)
  const entry = Entry.safeParse(text && parseJson(text))
  if (!entry.success) throw damaged('order')
  return entry.data
}

async function* readBytes(reader: ByteReader, left: { count: number }): AsyncGenerator<Buffer, void, void> {
  while (left.count > 0) {
    const piece = await reader.some(left.count)
    if (piece === null) throw damaged('order')
    left.count -= piece.length
    yield piece
  }
}
