import type { VariableDifference } from '@shared/contract/variables'

/** How a value stands to the full reports of its station. */
export interface Standing {
  readonly value: string | null
  readonly difference: VariableDifference
  /** The newest full report it stood in; null when it was only ever read by itself. */
  readonly reportId: number | null
  /** Its value in that report. */
  readonly reportValue: string | null
  /** Its value in the full report before that one. */
  readonly baseValue: string | null
}

/** The full report a value comes in. */
export interface FullReport {
  readonly id: number
  /** False for a station's first: there is nothing to compare with, so that nothing is new. */
  readonly hasPredecessor: boolean
}

/**
 * How a value stands after the station has told it: in a full report, or by itself (`report` null). What is compared
 * is the full report before, so that a change between two reports stays in sight until the next one.
 */
export function standingAfter(before: Standing | undefined, value: string | null, report: FullReport | null): Standing {
  if (report === null) return readAlone(before, value)
  const { id: reportId } = report
  const isNew = before === undefined || before.reportId === null || before.difference === 'gone'
  if (isNew) {
    const difference = report.hasPredecessor ? 'new' : 'same'
    return { value, difference, reportId, reportValue: value, baseValue: report.hasPredecessor ? null : value }
  }
  // Said again within the same report: the report before stays what it is compared with.
  const again = before.reportId === reportId
  const baseValue = again ? before.baseValue : before.reportValue
  const difference = again && before.difference === 'new' ? 'new' : compared(value, baseValue)
  return { value, difference, reportId, reportValue: value, baseValue }
}

function readAlone(before: Standing | undefined, value: string | null): Standing {
  // That it answers proves that it is not gone.
  if (before === undefined || before.reportId === null || before.difference === 'gone') {
    return { value, difference: 'same', reportId: null, reportValue: null, baseValue: null }
  }
  const difference = before.difference === 'new' ? 'new' : compared(value, before.baseValue)
  return { ...before, value, difference }
}

function compared(value: string | null, base: string | null): VariableDifference {
  return value === base ? 'same' : 'changed'
}
