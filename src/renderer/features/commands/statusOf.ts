import type { Command } from '@shared/contract/commands'

/** Where answers of 2.x that hold several results keep them. */
const RESULTS = ['setVariableResult', 'getVariableResult'] as const

/**
 * The station's own word about a command. An answer with one result for each thing asked for says it there: of a single
 * one it is the word that counts.
 */
export function statusOf({ status, answer }: Pick<Command, 'status' | 'answer'>): string | null {
  if (typeof answer !== 'object' || answer === null) return status
  for (const key of RESULTS) {
    const results: unknown = key in answer ? answer[key as keyof typeof answer] : undefined
    if (!Array.isArray(results) || results.length !== 1) continue
    const [only] = results as readonly unknown[]
    if (typeof only === 'object' && only !== null && 'attributeStatus' in only) return String(only.attributeStatus)
  }
  return status
}
