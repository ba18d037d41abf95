/** Something that can be found: by the words it is named with, and by those it is known by as well. */
export interface Findable {
  readonly title: string
  /** What else it is found by, such as the holder of a card; less than its title. */
  readonly also: string
}

const AT_BEGINNING = 3
const AT_WORD = 2
const WITHIN = 1
/** What is found by its title comes before all that is only known by the word. */
const TITLE = 10

/**
 * Those in which every word of the text stands somewhere, the likeliest first; equals stay in their order. Case and
 * accents don't count, and no text finds everything.
 */
export function ranked<Entry extends Findable>(entries: readonly Entry[], text: string): Entry[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...entries]
  return entries
    .map((entry) => ({ entry, points: pointsOf(entry, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ entry }) => entry)
}

/** 0 when a word is not there at all. */
function pointsOf({ title, also }: Findable, words: readonly string[]): number {
  const [first, second] = [plain(title), plain(also)]
  let sum = 0
  for (const word of words) {
    const points = Math.max(placeOf(first, word) * TITLE, placeOf(second, word))
    if (points === 0) return 0
    sum += points
  }
  return sum
}

function placeOf(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at < 0) return 0
  if (at === 0) return AT_BEGINNING
  return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? WITHIN : AT_WORD
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
