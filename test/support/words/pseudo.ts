/** How much longer German and the like are than English. */
const LONGER = 0.4

/**
 * A text as a language that nobody speaks has it: longer, and in brackets, so that what is not in brackets on the screen
 * is no word of ours. What is put into it stays.
 */
export function pseudoText(text: string): string {
  const length = Math.ceil(text.replace(/\{\{\w+\}\}/g, '').length * LONGER)
  const more = 'lorem ipsum dolor sit amet consetetur sadipscing elitr '.repeat(Math.ceil(length / 50)).slice(0, length)
  return `⟦${text} ${more.trim()}⟧`
}

/** Every text of a tree of words, in that language. */
export function pseudoWords<Words>(words: Words): Words {
  if (typeof words === 'string') return pseudoText(words) as Words
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudoWords(value)])) as Words
}
