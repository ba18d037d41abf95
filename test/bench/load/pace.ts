import { createHistogram, performance } from 'node:perf_hooks'
import type { PaceAnswer } from '../messages'

/** Milliseconds between two looks at whose turn it is. */
const TICK_MS = 4

export interface Paced {
  /** Sends the next call of this charger. */
  send(charger: number): void
}

/**
 * An open loop: each of `chargers` sends once every `everyMs`, evenly spread, whether it was answered or not. Counting
 * begins with the first call.
 */
export class Pace {
  readonly #sentAt: number[][]
  readonly #histogram = createHistogram()
  #sent = 0
  #answered = 0

  constructor(chargers: number) {
    this.#sentAt = Array.from({ length: chargers }, () => [])
  }

  /** An answer came for the oldest call of this charger. */
  answered(charger: number): void {
    const sentAt = this.#sentAt[charger]?.shift()
    if (sentAt === undefined) return
    this.#answered += 1
    this.#histogram.record(Math.max(1, Math.round((performance.now() - sentAt) * 1e6)))
  }

  run(everyMs: number, seconds: number, { send }: Paced): Promise<PaceAnswer> {
    const chargers = this.#sentAt.length
    const started = performance.now()
    const utilization = performance.eventLoopUtilization()
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const elapsed = performance.now() - started
        const due = Math.floor((Math.min(elapsed, seconds * 1_000) / everyMs) * chargers)
        for (; this.#sent < due; this.#sent++) {
          const charger = this.#sent % chargers
          this.#sentAt[charger]?.push(performance.now())
          send(charger)
        }
        // Answers that are still on their way get as long again as the run itself took.
        const isOver = elapsed >= seconds * 1_000 && (this.#answered === this.#sent || elapsed >= seconds * 2_000)
        if (!isOver) return
        clearInterval(timer)
        resolve({
          sent: this.#sent,
          answered: this.#answered,
          p50Ms: this.#histogram.percentile(50) / 1e6,
          p99Ms: this.#histogram.percentile(99) / 1e6,
          busy: performance.eventLoopUtilization(utilization).utilization,
        })
      }, TICK_MS)
    })
  }
}
