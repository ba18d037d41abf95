/** What its own certificate has to lead to: the roots that it trusts now; null for any root. */
export function rootsForOwn(wanted: string | null, trusted: readonly string[] | null): readonly string[] | null {
  return wanted === null ? null : (trusted ?? [wanted])
}
