/** What is built, and what it is built from: paths from the project's folder. */
export const OUTPUTS: readonly string[]
export const INPUTS: readonly string[]

/** Whether `out/` of `project` is incomplete or older than what it is made from. */
export function isStale(project?: string): boolean
