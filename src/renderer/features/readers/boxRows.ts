/** A card of the box, as the running list shows it. */
export interface BoxRow {
  readonly token: string
  readonly label: string
  readonly state: 'enrolled' | 'known' | 'undone' | 'failed'
  /** Of the enrolled card. */
  readonly cardId: number | null
  /** What is to be said of it besides. */
  readonly note: string
}

/**
 * The list after one card more. The newest stands first; a card that is laid on again moves up and is no second row. One
 * that was enrolled from this box stays what it is: it is no news that it is known now.
 */
export function withCard(rows: readonly BoxRow[], row: BoxRow): BoxRow[] {
  const before = rows.find(({ token }) => token === row.token)
  const kept = before?.state === 'enrolled' && row.state === 'known' ? before : row
  return [kept, ...rows.filter(({ token }) => token !== row.token)]
}

/** How many cards of the list are enrolled from it. */
export function countEnrolled(rows: readonly BoxRow[]): number {
  return rows.filter(({ state }) => state === 'enrolled').length
}
