/** Fields that hold a card number (1.6 idTag, 2.x IdTokenType), wherever they stand. */
const CARD_FIELD = /^(?:idTag|parentIdTag|idToken|additionalIdToken|groupIdToken)$/i
/** Shorter ones would be found in words that are none. */
const SHORTEST_IN_TEXT = 4

/** Replaces card numbers by names, each always by the same. */
export interface CardNames {
  /** The value with its card numbers replaced: in their fields, and any text that is one that is known. */
  inValue(value: unknown): unknown
  /** A text with every known number replaced. */
  inText(text: string): string
}

/** @param known numbers that are known beforehand, such as the enrolled cards */
export function createCardNames(known: Iterable<string>): CardNames {
  const names = new Map<string, string>()
  const nameOf = (number: string) => {
    const key = number.toUpperCase()
    let name = names.get(key)
    if (name === undefined) {
      name = `card-${names.size + 1}`
      names.set(key, name)
    }
    return name
  }
  for (const number of known) nameOf(number)
  const inValue = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value.toUpperCase()) ?? value
    if (Array.isArray(value)) return value.map(inValue)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, field]) => [
      key,
      typeof field === 'string' && field !== '' && CARD_FIELD.test(key) ? nameOf(field) : inValue(field),
    ])
    return Object.fromEntries(entries)
  }
  return {
    inValue,
    inText(text) {
      const numbers = [...names.keys()].filter((number) => number.length >= SHORTEST_IN_TEXT)
      if (numbers.length === 0) return text
      // Longer ones first: one number may begin another.
      const any = numbers.sort((a, b) => b.length - a.length).map((number) => number.replace(/[^\w]/g, '\\$&'))
      return text.replace(new RegExp(any.join('|'), 'gi'), (number) => nameOf(number))
    },
  }
}
