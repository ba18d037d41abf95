import type { Mend } from '../mend'

/** Fields of a reading without which it can not be told what was measured. */
const TELLING = new Set(['measurand', 'phase', 'unit', 'location', 'format'])
const EMPTY = new Set(['sampledValue', 'meterValue', 'transactionData'])

/**
 * A reading of something that the specification has no word for. It is left out of the session and stays in the frame;
 * the others of the same moment count. An unknown occasion (context) changes nothing about a reading.
 */
export const unknownReading: Mend = {
  quirk: 'unknown-reading',
  mend({ error, path, value, holder, root }) {
    if (!holder) return false
    if (error.keyword === 'enum' && /(?:^|\/)sampledValue\/context$/.test(path)) {
      return Reflect.deleteProperty(holder.object, 'context')
    }
    const field = path.split('/').at(-1) ?? ''
    const isReading = /(?:^|\/)sampledValue\//.test(path)
    if (error.keyword === 'enum' && isReading && TELLING.has(field)) return withdraw(root, error.instancePath)
    // What is left of a moment without any reading that is known.
    const isEmpty = error.keyword === 'minItems' && Array.isArray(value) && value.length === 0 && EMPTY.has(field)
    return isEmpty && field === 'sampledValue' && withdraw(root, error.instancePath)
  },
}

/** Takes the innermost list entry on the way to `pointer` out of its list. */
function withdraw(root: object, pointer: string): boolean {
  const steps = pointer.split('/').slice(1)
  let node: unknown = root
  let innermost: { list: unknown[]; at: number } | null = null
  for (const step of steps) {
    if (Array.isArray(node)) innermost = { list: node, at: Number(step) }
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[step] : undefined
  }
  if (!innermost) return false
  innermost.list.splice(innermost.at, 1)
  return true
}
