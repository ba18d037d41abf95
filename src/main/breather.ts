import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work goes on before everybody else has a turn, in milliseconds. */
const HELD_MS = 3

/** Gives others their turns during long work; call it after every step that is short in itself. */
export function createBreather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < HELD_MS) return
    await nextTurn()
    since = performance.now()
  }
}
