import { parseArgs } from 'node:util'
import { chooseKeyStore } from '@main/chooseKeyStore'
import { openFileLog } from '@main/log'
import { createRouter } from '@main/service'
import { openSite, type Site } from '@main/site'
import { createRouterClient } from '@orpc/server'
import { median } from '../median'
import type { LedgerAnswer, LedgerQuestion, SearchFigures } from '../messages'
import { serveParent } from '../serveParent'

// A site on a filled ledger, asked what the Sessions page asks, through the contract but without a wire.
const { values } = parseArgs({ options: { folder: { type: 'string' } } })
const YEAR_MS = 365.25 * 86_400_000
const MONTH_MS = 30 * 86_400_000
const PAGE = 50
const PAGES = 1_000
const TIMES = 9

const folder = values.folder ?? ''
const { log, close } = openFileLog(folder)
const started = performance.now()
const opening = openSite({
  dataFolder: folder,
  bind: '127.0.0.1',
  ocppPort: 0,
  demo: false,
  keyStore: chooseKeyStore(folder, { kind: 'none' }, null),
  version: 'bench',
  log,
}).then((site) => ({ site, openedMs: performance.now() - started }))

serveParent<LedgerQuestion, LedgerAnswer>(
  async ({ until }) => {
    const { site, openedMs } = await opening
    return measure(site, openedMs, until)
  },
  async () => {
    await (await opening).site.close()
    await close()
  },
)

const clientOf = (site: Site) => createRouterClient(createRouter(site), { context: { actor: 'bench' } })
type Client = ReturnType<typeof clientOf>
type Question = Parameters<Client['sessions']['find']>[0]

async function measure(site: Site, openedMs: number, until: number): Promise<LedgerAnswer> {
  const client = clientOf(site)
  const residentBefore = resident()
  const searches: SearchFigures[] = []
  const time = async <Answer>(name: string, ask: () => Promise<Answer> | Answer): Promise<Answer> => {
    const first = performance.now()
    const answer = await ask()
    const firstMs = performance.now() - first
    const times: number[] = []
    for (let turn = 1; turn < TIMES; turn++) {
      const from = performance.now()
      await ask()
      times.push(performance.now() - from)
    }
    searches.push({ name, firstMs, medianMs: median(times) })
    return answer
  }
  const find = (name: string, question: Question) =>
    time(name, () => client.sessions.find({ limit: PAGE, ...question }))

  const { entries, next } = await find('first page', {})
  let before = next
  for (let page = 2; page < PAGES && before !== null; page++) {
    before = (await client.sessions.find({ limit: PAGE, before })).next
  }
  await find(`page ${PAGES}`, { before })
  const stationId = entries[0]?.stationId ?? 1
  const from = until - 4 * YEAR_MS
  const month = { from: Math.floor(from), to: Math.floor(from + MONTH_MS) }
  const card = entries.find(({ holder }) => holder !== '')?.token ?? ''
  await find('one station', { stationId })
  await find('running', { state: 'running' })
  await find('ended', { state: 'ended' })
  await find('waiting for a decision', { unsettled: true })
  await find('waiting, of one station', { unsettled: true, stationId })
  await find('a month four years ago', month)
  await find('that month at one station', { ...month, stationId })
  await find('a card', { search: card })
  await find('a holder', { search: 'berg' })
  await find('a holder that month', { ...month, search: 'berg' })
  await find('a letter', { search: 'a' })
  await find('a letter at one station', { search: 'a', stationId })
  await find('stations by name', { search: 'cp_0' })
  await find('nobody', { search: 'nobody at all' })
  await time('a session with its readings', () => client.sessions.get({ sessionId: entries[PAGE / 2]?.id ?? 1 }))
  const midnight = new Date(until).setHours(0, 0, 0, 0)
  await time('figures of today', () => site.sessions.figuresSince(midnight))

  return { openedMs, searches, table: await exported(client), residentBefore, residentAfter: resident() }
}

async function exported(client: Client): Promise<LedgerAnswer['table']> {
  const from = performance.now()
  let firstRowMs = Number.NaN
  let rows = 0
  let bytes = 0
  let residentMost = 0
  const held: number[] = []
  let busy = threadMs()
  for await (const part of await client.sessions.export({})) {
    if (rows === 0) firstRowMs = performance.now() - from
    rows = part.rows
    bytes += part.text.length
    residentMost = Math.max(residentMost, process.memoryUsage.rss())
    const now = threadMs()
    held.push(now - busy)
    busy = now
  }
  const seconds = (performance.now() - from) / 1_000
  held.sort((a, b) => a - b)
  const [partP99Ms = 0, partMaxMs = 0] = [held[Math.floor(held.length * 0.99)], held.at(-1)]
  return { firstRowMs, rows, bytes, seconds, residentMost, partP99Ms, partMaxMs }
}

/** Processor time of this thread: on a busy machine the clock tells more about the others. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function resident(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage.rss()
}
