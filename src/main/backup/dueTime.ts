/** When a daily plan is next to run after `after`: the next full hour `hour` of this computer's clock. */
export function nextDaily(after: number, hour: number): number {
  const day = new Date(after)
  day.setHours(hour, 0, 0, 0)
  // By the calendar and not by 24 hours: days of a change of clocks are shorter or longer.
  if (day.getTime() <= after) day.setDate(day.getDate() + 1)
  return day.getTime()
}

/**
 * When a plan is to run next, which is in the past when it is due: at its hour after the last attempt, or a while after
 * one that failed. A computer that was off at that hour makes its backup when it is back.
 */
export function nextRun(
  plan: { readonly hour: number; readonly since: number },
  last: { readonly at: number; readonly problem: string | null } | undefined,
  retryMs: number,
): number {
  // A new plan begins anew; what an earlier one did is not counted.
  if (last === undefined || last.at < plan.since) return nextDaily(plan.since, plan.hour)
  const regular = nextDaily(last.at, plan.hour)
  return last.problem === null ? regular : Math.min(regular, last.at + retryMs)
}
