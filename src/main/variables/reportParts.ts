/** Which parts of a report have come, by their numbers, and the number of the last once it is known. */
export interface ReportParts {
  readonly parts: readonly number[]
  readonly lastPart: number | null
}

/** The report with one part more; a part that is sent again changes nothing. More than `most` parts are not followed. */
export function withPart<Report extends ReportParts>(
  report: Report,
  seqNo: number,
  last: boolean,
  most: number,
): Report {
  const known = report.parts.includes(seqNo) || report.parts.length >= most
  return {
    ...report,
    parts: known ? report.parts : [...report.parts, seqNo].sort((one, other) => one - other),
    lastPart: last ? seqNo : report.lastPart,
  }
}

/** True when the last part and all before it have come. They count from 0 (2.0.1 NotifyReportRequest.seqNo). */
export function hasAllParts({ parts, lastPart }: ReportParts): boolean {
  if (lastPart === null) return false
  return parts.filter((part) => part >= 0 && part <= lastPart).length === lastPart + 1
}
