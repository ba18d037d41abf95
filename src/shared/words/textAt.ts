/** The text at a path such as `backup.damaged.header` in a tree of words; undefined where there is none. */
export function textAt(words: object, path: string): string | undefined {
  let node: unknown = words
  for (const key of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined
    node = (node as Record<string, unknown>)[key]
  }
  return typeof node === 'string' ? node : undefined
}
