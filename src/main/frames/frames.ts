import { AppError } from '@shared/errors'
import type { Clock } from '../clock'
import { phrase } from '../phrase'
import { FRAME_LIMITS, type FrameLimits } from './limits'
import { LogWorker } from './logWorker'
import { CLOSED, type Finding, IN, type LogFacts, OPENED, OUT, type QuestionName, type Questions } from './messages'
import { Notes } from './notes'

/** The log's ear at one connection. */
export interface FrameTap {
  received(text: string): void
  sent(text: string): void
  /** Something is wrong with a frame of the station, most often the one received last. */
  finding(finding: Finding): void
  closed(): void
}

/** How the live log stands. */
export type LogStanding =
  | { readonly kind: 'off' }
  | { readonly kind: 'running' }
  /** Frames are lost at the moment: the reason is the system's. */
  | { readonly kind: 'troubled'; readonly reason: string }

/** Every frame of every station, for a bounded time and size, written and read by a thread of its own. */
export interface Frames {
  readonly limits: FrameLimits
  /** Called once for each connection. @param isLetIn whether the manager has let the station in */
  tap(stationId: number, identity: string, isLetIn: () => boolean): FrameTap
  /** After everything that was noted before. @throws AppError LIVE_LOG_UNAVAILABLE */
  ask<Name extends QuestionName>(name: Name, input: Questions[Name]['input']): Promise<Questions[Name]['output']>
  standing(): LogStanding
  /** Frames that are missing since the program began: they came faster than they could be written, or the disk refused. */
  missing(): number
  /** Frames from and to all stations since the program began, written down or not. */
  counted(): { readonly in: number; readonly out: number }
  /** What is stored; null while the log can't be read. */
  facts(): Promise<LogFacts | null>
  /** Told whenever frames were written or something about the log itself changed. @returns a function that ends it */
  onNews(listener: () => void): () => void
  close(): Promise<void>
}

export interface FramesDeps {
  /** Where it is kept. */
  readonly file: string
  readonly clock: Clock
  readonly limits?: Partial<FrameLimits> | false
  /** Told when the log loses frames, once for each new reason. */
  readonly onTrouble: (reason: string) => void
}

/** Between two looks at what has become too old or was never answered, when nothing is written, in milliseconds. */
const LOOK_AFTER_MS = 5_000

/** Opens the live log; its thread begins with the first frame or question. `limits: false` leaves it off. */
export function createFrames({ file, clock, limits: given, onTrouble }: FramesDeps): Frames {
  const limits = { ...FRAME_LIMITS, ...(given === false ? {} : given) }
  if (given === false) return logThatIsOff(limits)
  const notes = new Notes(limits)
  const listeners = new Set<() => void>()
  let worker: LogWorker | null = null
  let connections = 0
  let lost = 0
  const counted = { in: 0, out: 0 }
  /** Notes of each batch that the worker has and has not done with. */
  const underWay: number[] = []
  let handedOverAt = 0
  let trouble: { readonly reason: string; readonly until: number } | null = null
  let closed = false

  const news = () => {
    for (const listener of listeners) listener()
  }
  const troubled = (reason: string, until: number) => {
    if (trouble?.reason !== reason) onTrouble(reason)
    trouble = { reason, until }
  }

  /** The worker; begins one unless it has just ended by itself. */
  const present = (): LogWorker | null => {
    if (worker || closed) return worker
    if (trouble && performance.now() < trouble.until) return null
    const begun = new LogWorker(
      { file, limits },
      {
        stored(_lastId, lostNow, reason) {
          underWay.shift()
          lost += lostNow
          if (reason === null) trouble = null
          else troubled(reason, 0)
          news()
        },
        ended(reason) {
          worker = null
          for (const count of underWay.splice(0)) lost += count
          troubled(reason, performance.now() + limits.restartMs)
          news()
        },
      },
    )
    worker = begun
    return begun
  }

  const handOver = () => {
    const writing = present()
    if (!writing) return
    const batch = notes.take()
    underWay.push(batch.texts.length)
    handedOverAt = performance.now()
    writing.write(batch, clock())
  }

  let refilledAt = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    notes.refill(now - refilledAt)
    refilledAt = now
    // One batch at a time: what the worker has not come to piles up here, where it is counted and bounded.
    if (underWay.length > 0) return
    const isDue = worker !== null && now - handedOverAt >= LOOK_AFTER_MS
    if (!notes.isEmpty || isDue) handOver()
  }, limits.handOverMs)
  timer.unref()

  const ask: Frames['ask'] = async (name, input) => {
    const asked = present()
    if (!asked) throw new AppError('LIVE_LOG_UNAVAILABLE', { reason: trouble?.reason ?? phrase('reasons.log.closed') })
    if (!notes.isEmpty) handOver()
    return asked.ask(name, input)
  }

  return {
    limits,
    tap(stationId, identity, isLetIn) {
      connections += 1
      const connection = connections
      const note = (what: number, text: string) => {
        // Frames that come faster than they can be kept cost next to nothing.
        if (notes.isFull) notes.drop()
        else if (isLetIn()) notes.add(what, connection, stationId, clock(), text)
        else notes.addStrange(what, connection, stationId, clock(), text)
      }
      notes.add(OPENED, connection, stationId, clock(), identity)
      return {
        received(text) {
          counted.in += 1
          note(IN, text)
        },
        sent(text) {
          counted.out += 1
          note(OUT, text)
        },
        finding: (finding) => {
          if (isLetIn() || notes.hasRoomForStrangers) notes.find(connection, stationId, clock(), finding)
        },
        closed: () => notes.add(CLOSED, connection, stationId, clock(), ''),
      }
    },
    ask,
    standing: () => (trouble ? { kind: 'troubled', reason: trouble.reason } : { kind: 'running' }),
    missing: () => lost + notes.dropped,
    counted: () => ({ ...counted }),
    facts: () => ask('facts', null).catch(() => null),
    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      clearInterval(timer)
      if (!notes.isEmpty && !closed) handOver()
      closed = true
      await worker?.close()
    },
  }
}

/** Notes nothing and knows nothing but how many there were. */
function logThatIsOff(limits: FrameLimits): Frames {
  const counted = { in: 0, out: 0 }
  const deaf: FrameTap = {
    received() {
      counted.in += 1
    },
    sent() {
      counted.out += 1
    },
    finding() {},
    closed() {},
  }
  return {
    limits,
    tap: () => deaf,
    ask: () => Promise.reject(new AppError('LIVE_LOG_UNAVAILABLE', { reason: phrase('reasons.log.off') })),
    standing: () => ({ kind: 'off' }),
    missing: () => 0,
    counted: () => ({ ...counted }),
    facts: async () => null,
    onNews: () => () => {},
    close: async () => {},
  }
}
