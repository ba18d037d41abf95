/** Escapes `%`, `_` and the escape character itself, so that what a person typed is matched literally by LIKE. */
export function likeAnywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, (special) => `\\${special}`)}%`
}

/** A page of rows, newest first: one more row than asked for tells whether there is a next page. */
export function toPage<Row extends { id: number }, Entry>(
  rows: Row[],
  limit: number,
  total: number,
  toEntry: (row: Row) => Entry,
): { entries: Entry[]; next: number | null; total: number } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { entries: shown.map(toEntry), next: rows.length > limit && last ? last.id : null, total }
}
