import { canonicalToken } from '@shared/ocpp/idToken'

/** A card as any version names it; kinds are open words in 2.1 and missing in 1.6. */
export interface CardName {
  readonly value: string
  readonly type: string | null
}

/** What a charger knows of a card without asking. */
export interface CardKnowledge {
  /** In the version's own spelling. */
  readonly status: string
  readonly group: string | null
  /** From then on it is known no longer; null: for ever. */
  readonly expiresAt: Date | null
}

export interface ListEntry extends CardName {
  /** Null: the card is to be removed (differential updates). */
  readonly knowledge: CardKnowledge | null
}

/** Equal names are one card: the value in any case, and the kind where there is one (C01.FR.25). */
export function cardKey({ value, type }: CardName): string {
  return `${type ?? ''}:${canonicalToken(value)}`
}

/** The list of cards the server keeps in the charger (D01, 1.6 §5.15). */
export class LocalList {
  readonly capacity: number
  #version = 0
  #cards = new Map<string, CardName & { readonly knowledge: CardKnowledge }>()

  constructor(capacity: number) {
    this.capacity = capacity
  }

  /** 0: there is no list. */
  get version(): number {
    return this.#version
  }

  get entries(): readonly (CardName & { readonly knowledge: CardKnowledge })[] {
    return [...this.#cards.values()]
  }

  find(card: CardName): CardKnowledge | null {
    // 1.6 has no kinds: its entries are found by the value alone.
    const found = this.#cards.get(cardKey(card)) ?? this.#cards.get(cardKey({ ...card, type: null }))
    return found?.knowledge ?? null
  }

  /** Takes an update as a whole or not at all. Failed: a card twice, without knowledge in a full list, or no room. */
  update(version: number, full: boolean, entries: readonly ListEntry[]): 'Accepted' | 'Failed' | 'VersionMismatch' {
    if (version <= 0) return 'Failed'
    // D01.FR.19; a full list may bring any version.
    if (!full && version <= this.#version) return 'VersionMismatch'
    // D01.FR.06
    if (new Set(entries.map(cardKey)).size !== entries.length) return 'Failed'
    const next = full ? new Map<string, CardName & { readonly knowledge: CardKnowledge }>() : new Map(this.#cards)
    for (const { value, type, knowledge } of entries) {
      if (knowledge) next.set(cardKey({ value, type }), { value, type, knowledge })
      else if (full) return 'Failed'
      else next.delete(cardKey({ value, type }))
    }
    if (next.size > this.capacity) return 'Failed'
    this.#cards = next
    this.#version = version
    return 'Accepted'
  }
}
