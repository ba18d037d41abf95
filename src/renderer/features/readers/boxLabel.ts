/** The label of the next card of a box: `#` becomes its number. */
export function boxLabel(pattern: string, number: number): string {
  return pattern.replaceAll('#', String(number)).trim()
}
