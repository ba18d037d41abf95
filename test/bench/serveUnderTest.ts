import type { CpuAnswer, CpuQuestion, Listening } from './messages'
import { type Answered, serveParent, tellParent } from './serveParent'

/** Says where this server listens, answers what it has cost so far, and closes it when the parent is done. */
export function serveUnderTest(url: string, close: () => Promise<void> | void): void {
  serveParent<CpuQuestion, CpuAnswer>(() => {
    const { user, system } = process.cpuUsage()
    return { microseconds: user + system }
  }, close)
  tellParent<Answered<Listening>>({ ok: true, answer: { url } })
}

/** Says why this server could not start. */
export function failToStart(error: unknown): void {
  tellParent<Answered<Listening>>({ ok: false, problem: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}
