import type { StationCommandInput } from '@shared/commands'
import type { CommandFacts } from '../commands/dialect'
import { LIST_WORDS } from './listWords'
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

/**
 * The messages of a list that is given by a command; `too-long` when it would take more of them than there are versions.
 * Like all messages of commands they are checked against their schema before they go.
 */
export function commandedList<Request extends object>(
  { update, entriesPerMessage }: StationCommandInput<'send-local-list'>,
  { cards, removedCards, number, protocol, takes }: CommandFacts,
): Request[] | 'too-long' {
  const words = LIST_WORDS[protocol]
  const entries = [
    // One whose number has no room in the version can never be presented to it.
    ...cards.flatMap((card) => words.entry(card)?.entry ?? []),
    ...(update === 'full' ? [] : removedCards.flatMap(({ token }) => words.removal(token)?.entry ?? [])),
  ]
  const perMessage = Math.min(entriesPerMessage, takes.listEntries ?? entriesPerMessage)
  const messages = listMessages(entries, perMessage, update, number)
  return messages?.map(({ version, isFull, part }) => words.message(version, isFull, part) as Request) ?? 'too-long'
}
