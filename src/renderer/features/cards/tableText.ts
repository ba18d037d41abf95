import { IMPORT_PART_LENGTH } from '@shared/contract/cardImport'

/** A file as text, and how its letters were read. */
export interface TableText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252'
}

/**
 * Reads a table's bytes: UTF-8 with or without a mark, UTF-16 where its mark says so, and what older spreadsheets save.
 * Anything is a text of Windows-1252, so that comes last.
 */
export function toTableText(bytes: Uint8Array): TableText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** A text in parts that fit a call. */
export function textParts(text: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length; from += IMPORT_PART_LENGTH)
    parts.push(text.slice(from, from + IMPORT_PART_LENGTH))
  return parts
}
