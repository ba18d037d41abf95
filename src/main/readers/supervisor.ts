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
}

export const SUPERVISOR_LIMITS: SupervisorLimits = {
  startAfterMs: 1_000,
  silenceMs: 8_000,
  backOffMs: [500, 1_000, 2_000, 5_000, 15_000, 30_000],
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

  const drop = () => {
    clearTimeout(silence)
    const dropped = current
    current = null
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
    begun.onMessage((raw) => {
      if (current !== begun) return
      const message = readMessage(raw)
      if (message === null) return
      listenOn()
      if (message.kind === 'service' && message.state === 'running') failures = 0
      events.said(message)
    })
    begun.onExit((how) => {
      if (current !== begun) return
      drop()
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
