import { setImmediate as nextTurn } from 'node:timers/promises'
import { withoutWhatLooksSecret } from '../secrets/secretText'
import { withoutSecrets } from '../secrets/withoutSecrets'
import type { CardNames } from './cardNames'
import type { Frames } from './frames'
import { type FoundFrame, type FrameFilter, IN } from './messages'

/** Frames that are asked for at once. */
const FRAMES_A_PART = 100

export interface BundleContent {
  /** The first line: what made this bundle, and where. */
  readonly head: object
  readonly site: object
  readonly stations: readonly object[]
  readonly filter: FrameFilter
  /** Newest frames, at most. */
  readonly limit: number
  /** Lines of the program's own log, oldest first. */
  readonly logLines: () => readonly string[]
  /** Replaces card numbers; null leaves them. */
  readonly cards: CardNames | null
}

/** A piece of the bundle: the pieces one after the other are the file. */
export interface BundlePart {
  readonly text: string
  readonly frames: number
}

/**
 * A support bundle: one JSON value a line, each with its `kind`. Whatever goes in is looked through for secrets once
 * more, also what has none. Between two pieces everybody else has a turn. Ends when `signal` is aborted.
 * @throws AppError LIVE_LOG_UNAVAILABLE
 */
export async function* supportBundle(
  frames: Frames,
  content: BundleContent,
  signal: AbortSignal | undefined,
): AsyncGenerator<BundlePart, void, void> {
  const { filter, limit, cards } = content
  const line = (kind: string, facts: unknown) => {
    const shown = withoutSecrets(facts).value as object
    return `${JSON.stringify({ kind, ...((cards?.inValue(shown) ?? shown) as object) })}\n`
  }
  const facts = await frames.facts()
  const missing = frames.missing()
  yield {
    text: [
      line('bundle', { format: 1, ...content.head, cardNumbersHidden: cards !== null }),
      line('site', content.site),
      ...content.stations.map((station) => line('station', station)),
      line('live-log', {
        standing: frames.standing(),
        missing,
        stored: facts?.frames ?? 0,
        since: isoTime(facts?.since),
      }),
    ].join(''),
    frames: 0,
  }
  const upTo = facts?.lastId ?? 0
  let after = 0
  let count = 0
  for (;;) {
    if (facts === null || signal?.aborted) break
    const part = await frames.ask('part', { filter, after, upTo, newest: limit, limit: FRAMES_A_PART })
    const last = part.at(-1)
    if (!last) break
    after = last.id
    count += part.length
    yield { text: part.map((frame) => line('frame', frameFacts(frame))).join(''), frames: count }
    await nextTurn()
  }
  if (signal?.aborted) return
  const lines = content.logLines().map((text) => {
    const shown = logLine(text)
    return `${JSON.stringify({ kind: 'log', line: cards?.inText(shown) ?? shown })}\n`
  })
  yield { text: lines.join(''), frames: count }
}

function frameFacts(frame: FoundFrame): object {
  return {
    id: frame.id,
    at: isoTime(frame.at),
    station: frame.identity ?? frame.station_id,
    direction: frame.direction === IN ? 'in' : 'out',
    action: frame.action,
    answers: frame.counterpart,
    latencyMs: frame.latency_ms,
    problem: frame.problem,
    detail: frame.detail,
    secretsHidden: frame.hidden === 1,
    frame: parsed(frame.text),
  }
}

/** The frame as JSON, so that the bundle needs no unescaping to be read; what is none stays a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function logLine(text: string): string {
  try {
    return JSON.stringify(withoutSecrets(JSON.parse(text)).value)
  } catch {
    return withoutWhatLooksSecret(text)
  }
}

function isoTime(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(at).toISOString()
}
