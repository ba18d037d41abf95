import { inParts } from './parts'

/** One message of a local list. */
export interface ListMessage<Entry> {
  readonly version: number
  /** It replaces what the station has; the others add to it. */
  readonly isFull: boolean
  readonly part: Entry[]
}

/** Versions that one command can use: each message needs one that is higher than the last (D01.FR.19). */
const VERSIONS_PER_COMMAND = 1_000

/**
 * A list in messages of at most so many entries: a full one and then changes (D01.FR.11). The versions grow with the
 * number of the command, so that each is higher than that of every list before it.
 * @returns null when it would take more messages than a command has versions
 */
export function listMessages<Entry>(
  entries: readonly Entry[],
  perMessage: number,
  update: 'full' | 'changes',
  number: number,
): ListMessage<Entry>[] | null {
  // A list without entries is a message too: it empties the station's.
  const parts = entries.length === 0 ? [[]] : inParts(entries, perMessage)
  if (parts.length > VERSIONS_PER_COMMAND) return null
  return parts.map((part, index) => ({
    version: number * VERSIONS_PER_COMMAND + index,
    isFull: update === 'full' && index === 0,
    part,
  }))
}
