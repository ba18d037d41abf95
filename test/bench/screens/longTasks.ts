import type { CDPSession, Page } from 'playwright-core'

/** What a page did with its time, task by task; milliseconds. */
export interface Tasks {
  /** Times in which the page answered nobody for longer than 50 ms. */
  readonly long: number
  readonly longestMs: number
  /** The longest by processor time: what other programs do meanwhile is not in it. */
  readonly longestCpuMs: number
  /** Share of the time in which the page's thread worked, by processor time. */
  readonly busy: number
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** Microseconds: by the clock, and of the processor. */
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string }
}

const LONG_MS = 50

/** Watches the thread of a page during `work`, by the tracing of the browser itself. */
export async function tasksDuring(page: Page, work: () => Promise<unknown>): Promise<Tasks> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('a page without its browser')
  const session = await browser.newBrowserCDPSession()
  try {
    const events: TraceEvent[] = []
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      // Nothing but the tasks, and the names of threads.
      traceConfig: {
        includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'],
        excludedCategories: ['*'],
      },
    })
    const from = performance.now()
    await work()
    const elapsedMs = performance.now() - from
    await endTracing(session)
    return tasksIn(events, elapsedMs)
  } finally {
    await session.detach()
  }
}

async function endTracing(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
}

function tasksIn(events: readonly TraceEvent[], elapsedMs: number): Tasks {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && threads.has(`${pid} ${tid}`),
  )
  const clock = tasks.map(({ dur = 0 }) => dur / 1_000)
  const cpu = tasks.map(({ tdur = 0 }) => tdur / 1_000)
  return {
    long: clock.filter((ms) => ms > LONG_MS).length,
    longestMs: Math.max(0, ...clock),
    longestCpuMs: Math.max(0, ...cpu),
    busy: cpu.reduce((sum, ms) => sum + ms, 0) / elapsedMs,
  }
}
