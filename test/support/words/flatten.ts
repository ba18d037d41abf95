/** Every text of a tree of words by its path, such as `common:actions.retry` with `common:` for `prefix`. */
export function flatten(words: object, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>()
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'string') texts.set(`${path}${key}`, value)
      else if (value !== undefined) walk(value as object, `${path}${key}.`)
    }
  }
  walk(words, prefix)
  return texts
}

const PLURAL = /_(zero|one|two|few|many|other)$/

/** A path without what i18next puts behind it for a number. */
export const withoutPlural = (path: string): string => path.replace(PLURAL, '')

/** The places of a text that are filled, in the order of the alphabet. */
export const placesOf = (text: string): string[] => [...new Set(text.match(/\{\{\s*[\w.]+\s*\}\}/g))].sort()
