import type { Cancel, Environment } from './environment'

/** Node's timers take no longer wait: more would run at once. */
const LONGEST_MS = 2 ** 31 - 1

/** The one owner of every timer of a charger: what is opened here is closed by `clear()`. */
export class Timers {
  readonly #environment: Environment
  readonly #open = new Set<Cancel>()

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** Runs `run` once after `seconds`, unless cancelled or cleared before; less than 0 is at once. */
  after(seconds: number, run: () => void): Cancel {
    let cancel: Cancel = () => undefined
    const wait = (milliseconds: number) => {
      const step = Math.min(Math.max(milliseconds, 0), LONGEST_MS)
      cancel = this.#environment.after(step, () => {
        if (milliseconds > step) {
          wait(milliseconds - step)
          return
        }
        this.#open.delete(forget)
        run()
      })
    }
    const forget = () => {
      this.#open.delete(forget)
      cancel()
    }
    this.#open.add(forget)
    wait(seconds * 1000)
    return forget
  }

  /** Runs `run` again and again; the pause is asked for anew each time, so that a changed setting takes effect. */
  every(seconds: () => number, run: () => void): Cancel {
    let cancel: Cancel = () => undefined
    const arm = () => {
      cancel = this.after(seconds(), () => {
        arm()
        run()
      })
    }
    arm()
    return () => cancel()
  }

  /** Cancels everything that has not run yet. */
  clear(): void {
    for (const cancel of [...this.#open]) cancel()
  }
}
