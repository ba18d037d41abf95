import type { Command } from '@shared/contract/commands'

/** Where answers of 2.x that hold several results keep them. */
const RESULTS = ['setVariableResult', 'getVariableResult', 'clearMonitoringResult', 'clearTariffsResult'] as const

/**
 * The station's own word about a command. An answer with one result for each thing asked for says it there, and a
 * command of several messages in each of their answers: where all say the same, that is the word that counts.
 */
export function statusOf({ status, answer }: Pick<Command, 'status' | 'answer'>): string | null {
  const [word, ...others] = (Array.isArray(answer) ? answer : [answer]).flatMap(wordsOf)
  return typeof word === 'string' && others.every((other) => other === word) ? word : status
}

/** The same where it is one: what only tells a number, or nothing, has no status (GetLocalListVersion, GetTransactionStatus). */
export function spokenStatus(command: Pick<Command, 'status' | 'answer'>): string | null {
  const word = statusOf(command)
  return word === null || /^-?\d*$/.test(word) ? null : word
}

/** The status of one answer, or of each of its results; null for what says none. */
function wordsOf(answer: unknown): (string | null)[] {
  if (typeof answer !== 'object' || answer === null) return [null]
  for (const key of RESULTS) {
    const results: unknown = key in answer ? answer[key as keyof typeof answer] : undefined
    if (Array.isArray(results)) return results.map(wordOf)
  }
  return [wordOf(answer)]
}

function wordOf(result: unknown): string | null {
  if (typeof result !== 'object' || result === null) return null
  if ('attributeStatus' in result) return String(result.attributeStatus)
  return 'status' in result ? String(result.status) : null
}
