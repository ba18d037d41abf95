/** The list cut into pieces of at most `size`; an empty list is one empty piece. */
function pieces<T>(list: readonly T[], size: number): T[][] {
  const count = Math.max(1, Math.ceil(list.length / size))
  return Array.from({ length: count }, (_, index) => list.slice(index * size, (index + 1) * size))
}

/** Tells a long list in several messages, one after the other; the last one has `tbc` false. */
export async function tellInParts<T>(
  list: readonly T[],
  size: number,
  tell: (part: T[], seqNo: number, tbc: boolean) => Promise<unknown>,
): Promise<void> {
  const parts = pieces(list, size)
  for (const [seqNo, part] of parts.entries()) await tell(part, seqNo, seqNo < parts.length - 1)
}
