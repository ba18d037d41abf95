const SLOT_MS = 10_000
const SLOTS = 6

/** Counts how often something happened in the last minute, to within ten seconds. */
export class MinuteCount {
  readonly #slots = new Array<number>(SLOTS).fill(0)
  #slot = 0

  add(now: number, times = 1): void {
    this.#turn(now)
    this.#slots[this.#slot % SLOTS] = (this.#slots[this.#slot % SLOTS] ?? 0) + times
  }

  value(now: number): number {
    this.#turn(now)
    return this.#slots.reduce((sum, count) => sum + count, 0)
  }

  #turn(now: number): void {
    const slot = Math.floor(now / SLOT_MS)
    // Also after the clock was set back: from there on it is counted anew.
    if (slot < this.#slot || slot - this.#slot >= SLOTS) this.#slots.fill(0)
    else for (let passed = this.#slot + 1; passed <= slot; passed += 1) this.#slots[passed % SLOTS] = 0
    this.#slot = slot
  }
}
