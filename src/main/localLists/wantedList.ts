import type { LEFT_OUT } from '@shared/contract/localLists'
import type { IdToken } from '@shared/ocpp/idToken'
import { isBeyondLists, type ListedCard, toListed } from '../cards/listing'
import { toFacts } from '../cards/lookUp'
import type { ListableRow } from '../store/queries/localLists'

/** An entry as it is to stand in a station's list. */
export interface WantedEntry {
  readonly key: string
  readonly cardId: number
  /** JSON, as it is sent. */
  readonly entry: string
}

export interface WantedList {
  readonly entries: ReadonlyMap<string, WantedEntry>
  /** Cards that would be accepted and are not in it, and why. */
  readonly leftOut: readonly { readonly cardId: number; readonly why: (typeof LEFT_OUT)[number] }[]
}

export interface WantedListOf {
  readonly stationId: number
  readonly now: number
  /** Most entries that it takes. */
  readonly capacity: number
  readonly word: (card: ListedCard) => { readonly key: string; readonly entry: object } | null
  /** How the station writes a number. */
  readonly numberFor?: (stationId: number, token: IdToken) => IdToken
}

/**
 * What a station's list is to hold. Accepted cards first, the chosen ones before all; then, where there is room, those
 * that are refused, so that nothing that the station remembers or takes for unknown lets them charge (C13.FR.01). A card
 * with rules that a station can't check is left out, unless it was chosen. Of two cards of one number the one that
 * stands first counts, and a refusal by the manager's own hand before all.
 * @param cards in the order of their right to be in it
 */
export function wantedList(cards: readonly ListableRow[], of: WantedListOf): WantedList {
  const { stationId, now, capacity, word, numberFor } = of
  const accepted = new Map<string, WantedEntry>()
  const refused = new Map<string, WantedEntry>()
  const blocked = new Set<string>()
  const leftOut: { cardId: number; why: (typeof LEFT_OUT)[number] }[] = []
  for (const row of cards) {
    const facts = toFacts(row)
    const enrolled: IdToken = { value: row.token, type: row.token_type }
    const card = toListed(numberFor?.(stationId, enrolled) ?? enrolled, facts, stationId, now)
    // A card that is not for this station is refused there as an unknown one is.
    if (card.status === 'not-at-this-location') continue
    const isAccepted = card.status === 'accepted'
    if (isAccepted && row.offline !== 'first' && isBeyondLists(facts)) {
      leftOut.push({ cardId: row.id, why: 'beyond-lists' })
      continue
    }
    const worded = word(card)
    if (!worded) {
      if (isAccepted) leftOut.push({ cardId: row.id, why: 'too-long' })
      continue
    }
    const entry = { key: worded.key, cardId: row.id, entry: JSON.stringify(worded.entry) }
    if (card.status === 'blocked') blocked.add(worded.key)
    if (!isAccepted) {
      if (!refused.has(worded.key)) refused.set(worded.key, entry)
    } else if (accepted.size < capacity || accepted.has(worded.key)) {
      if (!accepted.has(worded.key)) accepted.set(worded.key, entry)
    } else leftOut.push({ cardId: row.id, why: 'no-room' })
  }
  const entries = new Map(accepted)
  for (const [key, entry] of refused) {
    if (blocked.has(key) && entries.has(key)) entries.set(key, entry)
    else if (entries.size < capacity && !entries.has(key)) entries.set(key, entry)
  }
  return { entries, leftOut }
}

/** What has to be told so that one list becomes the other. */
export interface ListDifference {
  readonly put: readonly WantedEntry[]
  /** Keys of the entries to be taken away. */
  readonly remove: readonly string[]
}

export function listDifference(
  held: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, WantedEntry>,
): ListDifference {
  return {
    put: [...wanted.values()].filter(({ key, entry }) => held.get(key) !== entry),
    remove: [...held.keys()].filter((key) => !wanted.has(key)),
  }
}

/** Entries in messages of at most so many and so many bytes; an entry that is longer than that goes alone. */
export function inListMessages<Entry extends { readonly entry: string }>(
  entries: readonly Entry[],
  perMessage: number,
  bytes: number | null,
): Entry[][] {
  const parts: Entry[][] = []
  let room = 0
  for (const entry of entries) {
    const length = Buffer.byteLength(entry.entry) + 1
    const last = parts.at(-1)
    if (last && last.length < perMessage && (bytes === null || length <= room)) {
      last.push(entry)
      room -= length
    } else {
      parts.push([entry])
      // The frame around the entries takes some of it: action, id, version, kind of update.
      room = (bytes ?? 0) - FRAME_BYTES - length
    }
  }
  return parts
}

const FRAME_BYTES = 200
