import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FramesAnswer, Listening, ServerAnswer, ServerQuestion } from './messages'
import { type Answered, serveParent, tellParent } from './serveParent'

/** Says where this server listens, answers what it has cost so far, and closes it when the parent is done. */
export function serveUnderTest(
  listening: Listening,
  close: () => Promise<void> | void,
  frames: () => Promise<FramesAnswer> = async () => ({ kept: 0, missing: 0 }),
): void {
  serveParent<ServerQuestion, ServerAnswer>(({ kind }) => {
    switch (kind) {
      case 'cpu': {
        const { user, system } = process.cpuUsage()
        return { microseconds: user + system }
      }
      case 'memory':
        // Servers are started with --expose-gc: twice, because the first round only marks what finalizers still hold.
        globalThis.gc?.()
        globalThis.gc?.()
        return { residentBytes: process.memoryUsage().rss }
      case 'loop':
        return loopDelay()
      case 'frames':
        return frames()
    }
  }, close)
  tellParent<Answered<Listening>>({ ok: true, answer: listening })
}

/** Says why this server could not start. */
export function failToStart(error: unknown): void {
  tellParent<Answered<Listening>>({ ok: false, problem: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}

/** Milliseconds between two looks at the clock; what the loop is late comes on top. */
const RESOLUTION_MS = 5
let histogram: ReturnType<typeof monitorEventLoopDelay> | undefined

function loopDelay() {
  histogram ??= monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  const answer = {
    p50Ms: late(histogram.percentile(50)),
    p99Ms: late(histogram.percentile(99)),
    maxMs: late(histogram.max),
  }
  histogram.reset()
  histogram.enable()
  return answer
}
