import type { Fault, Mend } from '../mend'

function allowedBy({ error, value }: Fault): readonly string[] | null {
  return error.keyword === 'enum' && typeof value === 'string' ? (error.params.allowedValues as string[]) : null
}

function choose({ holder }: Fault, choice: string): boolean {
  if (!holder) return false
  holder.object[holder.key] = choice
  return true
}

const SEPARATOR = '[\\s_.-]?'

/** Whether a text is this choice in other letters, its words apart or together: `SUSPENDED_EV`, `energy active import`. */
function spells(text: string, choice: string): boolean {
  const words = choice.split(/[\s_.-]|(?<=[a-z0-9])(?=[A-Z])/)
  return new RegExp(`^${words.join(SEPARATOR)}$`, 'i').test(text)
}

/** `available` or `SUSPENDED_EV` for a choice that is written otherwise. Accepted when it can mean only one. */
export const letterCase: Mend = {
  quirk: 'letter-case',
  mend(fault) {
    const matches = allowedBy(fault)?.filter((choice) => spells(String(fault.value), choice)) ?? []
    return matches.length === 1 && choose(fault, String(matches[0]))
  },
}

/** The unit that 1.6 itself misspelt at first, in either spelling. */
export const celcius: Mend = {
  quirk: 'celcius',
  mend(fault) {
    if (typeof fault.value !== 'string' || !/^cel[cs]ius$/i.test(fault.value)) return false
    const right = allowedBy(fault)?.find((choice) => /^cel[cs]ius$/i.test(choice))
    return right !== undefined && choose(fault, right)
  },
}

/** What a choice that nobody knows counts as, where that changes nothing that is decided by it. */
const OTHERWISE: readonly (readonly [action: RegExp, path: string, choice: string])[] = [
  [/^StopTransaction$/, 'reason', 'Other'],
  [/^TransactionEvent$/, 'transactionInfo/stoppedReason', 'Other'],
  [/^TransactionEvent$/, 'triggerReason', 'Trigger'],
  [/^BootNotification$/, 'reason', 'Unknown'],
  [/^StatusNotification$/, 'errorCode', 'OtherError'],
]

/** A reason or an error code of the vendor's own. The word itself stays in the frame. */
export const unknownChoice: Mend = {
  quirk: 'unknown-choice',
  mend(fault) {
    const allowed = allowedBy(fault)
    const entry = OTHERWISE.find(([action, path]) => action.test(fault.action) && path === fault.path)
    const choice = entry?.[2]
    return choice !== undefined && allowed?.includes(choice) === true && choose(fault, choice)
  },
}
