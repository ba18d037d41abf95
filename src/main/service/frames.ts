import { arch, platform, release } from 'node:os'
import type { FrameFilter as Filter, Frame, FramesState } from '@shared/contract/frames'
import { supportBundle } from '../frames/bundle'
import { createCardNames } from '../frames/cardNames'
import type { Frames } from '../frames/frames'
import { logTail } from '../frames/logTail'
import { type FrameFilter, IN, OUT } from '../frames/messages'
import { toFrame, toWholeFrame } from '../frames/shown'
import type { Site } from '../site'
import { allCards } from '../store/queries/cards'
import { createBell, FEED_INTERVAL_MS } from './feeds'
import { service } from './implementer'

/** The state is asked of the log's thread, and nobody reads figures ten times a second. */
const STATE_INTERVAL_MS = 1_000
/** Questions without an answer that a watcher is told about when it comes. */
const OPEN_MAX = 200

/** The live log: every frame of every station. */
export function framesService(site: Site) {
  const { frames, store } = site
  return {
    find: service.frames.find.handler(async ({ input }) => {
      const { before, limit } = input
      const found = await frames.ask('find', { filter: toFilter(input), before: before ?? null, limit: limit + 1 })
      const entries = found.slice(0, limit).map(toFrame)
      return { entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null }
    }),
    get: service.frames.get.handler(async ({ input }) => {
      const found = await frames.ask('get', { id: input.frameId })
      if (!found) return { kind: 'gone' as const }
      const whole = (row: typeof found.frame) => toWholeFrame(row, frames.limits.frameLength)
      const counterpart = found.counterpart && whole(found.counterpart)
      return { kind: 'found' as const, frame: whole(found.frame), counterpart }
    }),
    watch: service.frames.watch.handler(({ input, signal }) => watch(frames, toFilter(input), input.limit, signal)),
    state: service.frames.state.handler(({ signal }) => states(frames, signal)),
    export: service.frames.export.handler(({ input, signal }) => {
      const { name, version, organisation, listeners, keyStore, stations } = site.state()
      return supportBundle(
        frames,
        {
          head: {
            createdAt: new Date().toISOString(),
            version,
            node: process.version,
            electron: process.versions.electron ?? null,
            system: `${platform()} ${release()} ${arch()}`,
            zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            uptimeSeconds: Math.round(process.uptime()),
          },
          site: { name, organisation, listeners, keyStore: keyStore.kind, stations },
          stations: site.stations.viewAll(),
          filter: toFilter(input),
          limit: input.limit,
          logLines: () => logTail(site.dataFolder),
          cards: input.hideCards ? createCardNames(allCards(store.read).map(({ token }) => token)) : null,
        },
        signal,
      )
    }),
  }
}

function toFilter({ direction, ...rest }: Filter): FrameFilter {
  return {
    stationId: rest.stationId,
    action: rest.action,
    problems: rest.problems,
    search: rest.search,
    from: rest.from,
    to: rest.to,
    direction: direction === undefined ? undefined : direction === 'in' ? IN : OUT,
  }
}

/**
 * The newest frames, then what comes. Nothing is kept for a reader but the number of the last frame it got and those of
 * its open questions: a slow or hidden screen costs nothing, and gets the newest when it comes back.
 */
async function* watch(
  frames: Frames,
  filter: FrameFilter,
  limit: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ entries: Frame[]; skipped: number }, void, void> {
  const bell = createBell(signal)
  const stop = frames.onNews(bell.ring)
  try {
    const first = await frames.ask('find', { filter, before: null, limit })
    let after = first[0]?.id ?? 0
    let open = first.filter(isOpen).map(({ id }) => id)
    yield { entries: first.map(toFrame), skipped: 0 }
    while (await bell.rung()) {
      const { frames: newer, skipped, settled } = await frames.ask('since', { filter, after, limit, open })
      after = newer[0]?.id ?? after
      const done = new Set(settled.map(({ id }) => id))
      open = [...newer.filter(isOpen).map(({ id }) => id), ...open.filter((id) => !done.has(id))].slice(0, OPEN_MAX)
      const entries = [...newer, ...settled].map(toFrame)
      if (entries.length > 0) yield { entries, skipped }
      if (!(await bell.pause(FEED_INTERVAL_MS))) return
    }
  } finally {
    stop()
  }
}

function isOpen({ kind, latency_ms }: { kind: string; latency_ms: number | null }): boolean {
  return kind === 'call' && latency_ms === null
}

async function* states(frames: Frames, signal: AbortSignal | undefined): AsyncGenerator<FramesState, void, void> {
  const bell = createBell(signal)
  const stop = frames.onNews(bell.ring)
  try {
    yield await stateOf(frames)
    while (await bell.rung()) {
      yield await stateOf(frames)
      if (!(await bell.pause(STATE_INTERVAL_MS))) return
    }
  } finally {
    stop()
  }
}

async function stateOf(frames: Frames): Promise<FramesState> {
  const facts = await frames.facts()
  const standing = frames.standing()
  return {
    kind: standing.kind,
    reason: standing.kind === 'troubled' ? standing.reason : null,
    frames: facts?.frames ?? 0,
    bytes: facts?.bytes ?? 0,
    since: facts?.since ?? null,
    missing: frames.missing(),
    actions: [...(facts?.actions ?? [])],
    keptDays: frames.limits.days,
    keptBytes: frames.limits.bytes,
  }
}
