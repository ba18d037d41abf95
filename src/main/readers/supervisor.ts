import type { FromReader } from './process/messages'
import { type LaunchReader, type ReaderProcess, readerFile } from './readerProcess'
import { readMessage } from './readMessage'

export interface SupervisorLimits {
  /** How long it is waited before the process is started at all, in milliseconds: the program itself starts first. */
  readonly startAfterMs: number
  /** How long the process may say nothing before it counts as hung, in milliseconds. It has something to say every second. */
  readonly silenceMs: number
  /** How long it is waited before the process is started again, in milliseconds: one a failure, the last for all others. */
  readonly backOffMs: readonly number[]
  /**
   * How long a process has to run until the failures before it are forgotten, in milliseconds: one that ends over a card
   * that lies on the reader has begun well each time.
   */
  readonly steadyMs: number
}

export const SUPERVISOR_LIMITS: SupervisorLimits = {
  startAfterMs: 1_000,
  silenceMs: 8_000,
  backOffMs: [500, 1_000, 2_000, 5_000, 15_000, 30_000],
  steadyMs: 60_000,
}

export interface SupervisorEvents {
  said(message: FromReader): void
  /** It hung and was ended; it is started again. */
  silent(): void
  /** It ended by itself; it is started again. */
  ended(how: string): void
}

/** Keeps the process that reads cards running, and ends it when it hangs. */
export interface Supervisor {
  /** Starts it anew, at once. */
  again(): void
  close(): void
}

/** Starts the process and looks after it until it is closed. */
export function superviseReader(launch: LaunchReader, limits: SupervisorLimits, events: SupervisorEvents): Supervisor {
  let current: ReaderProcess | null = null
  let failures = 0
  let closed = false
  let waiting: NodeJS.Timeout | undefined
  let silence: NodeJS.Timeout | undefined
  let steady: NodeJS.Timeout | undefined

  const forget = () => {
    clearTimeout(silence)
    clearTimeout(steady)
    current = null
  }
  const drop = () => {
    const dropped = current
    forget()
    dropped?.kill()
  }
  const startIn = (delayMs: number) => {
    waiting = setTimeout(start, delayMs)
    waiting.unref()
  }
  const startLater = () => {
    startIn(limits.backOffMs[Math.min(failures, limits.backOffMs.length - 1)] ?? 0)
    failures += 1
  }
  const listenOn = () => {
    clearTimeout(silence)
    silence = setTimeout(() => {
      drop()
      events.silent()
      startLater()
    }, limits.silenceMs)
    silence.unref()
  }
  function start() {
    if (closed) return
    const begun = launch(readerFile())
    current = begun
    listenOn()
    steady = setTimeout(() => {
      failures = 0
    }, limits.steadyMs)
    steady.unref()
    begun.onMessage((raw) => {
      if (current !== begun) return
      const message = readMessage(raw)
      if (message === null) return
      listenOn()
      events.said(message)
    })
    begun.onExit((how) => {
      if (current !== begun) return
      // Its number may be that of another process by now: it is not to be ended once more.
      forget()
      events.ended(how)
      startLater()
    })
  }
  startIn(limits.startAfterMs)

  return {
    again() {
      if (closed) return
      clearTimeout(waiting)
      failures = 0
      drop()
      start()
    },
    close() {
      closed = true
      clearTimeout(waiting)
      drop()
    },
  }
}
